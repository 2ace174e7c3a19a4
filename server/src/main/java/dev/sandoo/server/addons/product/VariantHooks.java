package dev.sandoo.server.addons.product;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A variant comes with a template of its own unless one is named, and the last variant takes its template away. */
final class VariantHooks implements ModelHooks {
    private static final String LINK = "product_tmpl_id";

    @Override
    public void beforeCreate(Environment env, List<Map<String, Object>> values) {
        ModelDef product = env.registry().model(ProductAddon.PRODUCT);
        for (Map<String, Object> one : values) {
            if (!PythonValues.isTrue(one.get(LINK))) {
                one.put(LINK, newTemplate(env, product, one));
            }
        }
    }

    /** The template takes the values of the fields that the variant has from it. */
    private static int newTemplate(Environment env, ModelDef product, Map<String, Object> values) {
        Map<String, Object> inherited = new LinkedHashMap<>();
        for (FieldDef field : product.fields().values()) {
            boolean fromTemplate =
                    field.computation().map(Computation::inherited).orElse(false);
            if (fromTemplate && values.containsKey(field.name())) {
                inherited.put(field.name(), values.remove(field.name()));
            }
        }
        return env.with(TemplateHooks.WITHOUT_VARIANT, true)
                .model(ProductAddon.TEMPLATE)
                .create(inherited)
                .id();
    }

    @Override
    public void beforeUnlink(Records products) {
        Records all = products.in(products.env().sudo().with("active_test", false));
        Records templates = all.exists().records(LINK);
        Records childless = templates.filter(template -> products.ids()
                .containsAll(template.records("product_variant_ids").ids()));
        if (!childless.isEmpty()) {
            childless.unlink();
        }
    }

    @Override
    public void beforeCopy(Records original, Map<String, Object> values, Map<String, Object> given) {
        TemplateHooks.nameCopy(original, values, given);
    }
}
