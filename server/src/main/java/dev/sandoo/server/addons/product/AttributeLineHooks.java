package dev.sandoo.server.addons.product;

import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the template's own attribute values, and with them its variants, in line with what an attribute line names. */
final class AttributeLineHooks implements ModelHooks {
    private static final String VALUE = "product.template.attribute.value";

    @Override
    public void afterCreate(Records lines, List<Map<String, Object>> values) {
        update(lines);
    }

    @Override
    public void afterWrite(Records lines, Map<String, Object> values) {
        if (values.containsKey("value_ids") || values.containsKey("active")) {
            update(lines);
        }
    }

    @Override
    public void beforeUnlink(Records lines) {
        for (Records template : lines.sudo().exists().records("product_tmpl_id")) {
            new Variants(template, lines.ids()).bringUpToDate();
        }
    }

    private static void update(Records given) {
        Records lines = given.in(given.env().sudo().with("active_test", false));
        for (Records line : lines) {
            bringUpToDate(line);
        }
        for (Records template : lines.records("product_tmpl_id")) {
            Variants variants = new Variants(template);
            if (variants.exist()) {
                variants.bringUpToDate();
            }
        }
    }

    private static void bringUpToDate(Records line) {
        List<Integer> wanted = new ArrayList<>(line.records("value_ids").ids());
        for (Records own : line.records("product_template_value_ids")) {
            boolean named = wanted.remove((Object) own.integer("product_attribute_value_id"));
            if (own.bool("ptav_active") != named) {
                own.write(Map.of("ptav_active", named));
            }
        }
        for (Integer value : wanted) {
            line.env().model(VALUE).create(Map.of("product_attribute_value_id", value, "attribute_line_id", line.id()));
        }
    }
}
