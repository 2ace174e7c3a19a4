package dev.sandoo.server.addons.product;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** What follows from whether a product is goods or a service. */
final class ProductKinds implements Addon {
    private static final String TEMPLATE = ProductAddon.TEMPLATE;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(
                        TEMPLATE,
                        "invoice_policy",
                        (templates, results) -> keep(templates, "invoice_policy", "order", results))
                .compute(
                        TEMPLATE,
                        "service_type",
                        (templates, results) -> keep(templates, "service_type", "manual", results))
                .computeEach(TEMPLATE, "purchase_method", ProductKinds::purchaseMethod)
                .computeEach(
                        TEMPLATE,
                        "has_configurable_attributes",
                        List.of("attribute_line_ids.value_ids"),
                        ProductKinds::configurable)
                .compute(
                        TEMPLATE,
                        List.of("weight_uom_name"),
                        List.of("type"),
                        (templates, results) -> templates.ids().forEach(id -> results.set(id, "weight_uom_name", "kg")))
                .compute(
                        TEMPLATE,
                        List.of("volume_uom_name"),
                        List.of("type"),
                        (templates, results) ->
                                templates.ids().forEach(id -> results.set(id, "volume_uom_name", "m³")));
    }

    private static void keep(Records templates, String field, String fallback, Compute.Results results) {
        for (Records template : templates) {
            Object kept = template.get(field);
            results.set(template.id(), field, kept == null ? fallback : kept);
        }
    }

    private static Object purchaseMethod(Records template) {
        return "service".equals(template.get("type")) ? "purchase" : "receive";
    }

    private static Object configurable(Records template) {
        boolean choice = !template.records("attribute_line_ids")
                .filter(line -> line.records("value_ids").size() > 1
                        || "dynamic".equals(line.get("attribute_id.create_variant")))
                .isEmpty();
        return choice;
    }
}
