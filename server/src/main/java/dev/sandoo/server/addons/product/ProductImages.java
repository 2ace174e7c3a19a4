package dev.sandoo.server.addons.product;

import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A variant's picture is its own, or else its template's. */
final class ProductImages implements Addon {
    private static final String PRODUCT = ProductAddon.PRODUCT;

    @Override
    public void register(Behaviours.Builder behaviours) {
        for (String size : List.of("1920", "1024", "512", "256", "128")) {
            String field = "image_" + size;
            behaviours.compute(PRODUCT, List.of(field), List.of("image_variant_" + size), (products, results) -> {
                for (Records product : products) {
                    Object own = product.get("image_variant_" + size);
                    results.set(product.id(), field, own == null ? product.get("product_tmpl_id." + field) : own);
                }
            });
        }
        behaviours.inverse(PRODUCT, "image_1920", ProductImages::set);
    }

    /** A variant gets a picture of its own only beside siblings and a picture of their template. */
    private static void set(Records products, Object value) {
        for (Records product : products) {
            Records template = product.records("product_tmpl_id");
            boolean alone = VariantFields.variants(template).size() < 2;
            boolean onTemplate = alone || template.get("image_1920") == null || !PythonValues.isTrue(value);
            Map<String, Object> none = new HashMap<>();
            none.put("image_variant_1920", false);
            if (onTemplate) {
                product.write(none);
                template.write(Map.of("image_1920", value == null ? false : value));
            } else {
                product.write(Map.of("image_variant_1920", value));
            }
        }
    }
}
