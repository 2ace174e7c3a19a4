package dev.sandoo.server.addons.product;

import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Context;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A template comes with its variants, is archived with them, and hands them what it shares with an only one. */
final class TemplateHooks implements ModelHooks {
    /** Context key of a template that is made for a variant under way. */
    static final String WITHOUT_VARIANT = "sandoo_without_variant";

    /** Context key of clients that make the variants themselves: anything that is not true. Source: asked of a 19.0. */
    private static final String CREATES_VARIANTS = "create_product_product";

    @Override
    public void afterCreate(Records templates, List<Map<String, Object>> values) {
        Context context = templates.env().context();
        if (context.isTrue(WITHOUT_VARIANT, false) || !context.isTrue(CREATES_VARIANTS, true)) {
            return;
        }
        int i = 0;
        for (Records template : templates) {
            new Variants(template).bringUpToDate();
            share(template, values.get(i++));
        }
    }

    private static void share(Records template, Map<String, Object> values) {
        Map<String, Object> shared = new LinkedHashMap<>();
        for (String field : VariantFields.SHARED) {
            if (PythonValues.isTrue(values.get(field))) {
                shared.put(field, values.get(field));
            }
        }
        Records variants = VariantFields.variants(template);
        if (!shared.isEmpty() && variants.size() == 1) {
            variants.write(shared);
        }
    }

    @Override
    public void afterWrite(Records templates, Map<String, Object> values) {
        if (values.containsKey("active")) {
            boolean active = PythonValues.isTrue(values.get("active"));
            Records variants = templates
                    .in(templates.env().with("active_test", false))
                    .records("product_variant_ids")
                    .filter(variant -> variant.bool("active") != active);
            if (!variants.isEmpty()) {
                variants.write(Map.of("active", active));
            }
        }
        if (values.containsKey("attribute_line_ids")) {
            for (Records template : templates) {
                new Variants(template).bringUpToDate();
            }
        }
    }

    @Override
    public void beforeCopy(Records original, Map<String, Object> values, Map<String, Object> given) {
        nameCopy(original, values, given);
    }

    static void nameCopy(Records original, Map<String, Object> values, Map<String, Object> given) {
        if (!given.containsKey("name")) {
            values.put("name", original.text("name") + " (copy)");
        }
    }
}
