package dev.sandoo.server.addons.product;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a template shows of its variants: which they are, and the fields that it shares with an only one. */
final class VariantFields implements Addon {
    private static final String TEMPLATE = ProductAddon.TEMPLATE;

    /** The fields of variants that a template with a single variant has too. */
    static final List<String> SHARED = List.of("barcode", "default_code", "standard_price", "volume", "weight");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(TEMPLATE, "product_variant_id", List.of("product_variant_ids"), VariantFields::first)
                .computeEach(TEMPLATE, "product_variant_count", List.of("product_variant_ids"), VariantFields::count)
                .compute(
                        TEMPLATE,
                        List.of("is_product_variant"),
                        List.of("name"),
                        (records, results) -> records.ids().forEach(id -> results.set(id, "is_product_variant", false)))
                .compute(
                        ProductAddon.PRODUCT,
                        List.of("is_product_variant"),
                        List.of("name"),
                        (records, results) -> records.ids().forEach(id -> results.set(id, "is_product_variant", true)));
        for (String field : SHARED) {
            behaviours
                    .compute(
                            TEMPLATE,
                            List.of(field),
                            List.of("product_variant_ids." + field, "product_variant_ids.active", "active"),
                            (templates, results) -> shared(templates, field, results))
                    .inverse(TEMPLATE, field, (templates, value) -> share(templates, field, value))
                    .search(
                            TEMPLATE,
                            field,
                            (env, operator, value) -> Condition.term("product_variant_ids." + field, operator, value));
        }
    }

    private static Object first(Records template) {
        List<Integer> ids = template.records("product_variant_ids").ids();
        return ids.isEmpty() ? null : ids.get(0);
    }

    private static Object count(Records template) {
        return template.records("product_variant_ids").size();
    }

    private static void shared(Records templates, String field, Compute.Results results) {
        for (Records template : templates) {
            Records variants = variants(template);
            results.set(template.id(), field, variants.size() == 1 ? variants.get(field) : null);
        }
    }

    private static void share(Records templates, String field, Object value) {
        for (Records template : templates) {
            Records variants = variants(template);
            if (variants.size() == 1) {
                Map<String, Object> values = new HashMap<>();
                values.put(field, value);
                variants.write(values);
            }
        }
    }

    /** The variants in use; for a template without any, those that are archived. */
    static Records variants(Records template) {
        Records active = template.records("product_variant_ids");
        return active.isEmpty()
                ? template.in(template.env().with("active_test", false)).records("product_variant_ids")
                : active;
    }
}
