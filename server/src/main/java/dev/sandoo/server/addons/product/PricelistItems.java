package dev.sandoo.server.addons.product;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** Rules of pricelists: what they are called and how their price reads. */
final class PricelistItems implements Addon {
    private static final String ITEM = "product.pricelist.item";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.compute(
                ITEM,
                List.of("name"),
                List.of("applied_on", "categ_id", "product_tmpl_id", "product_id"),
                PricelistItems::names);
    }

    private static void names(Records items, Compute.Results results) {
        for (Records item : items) {
            results.set(item.id(), "name", name(item));
        }
    }

    private static String name(Records item) {
        Records plain = item.in(item.env().with("display_default_code", false));
        return switch (item.text("applied_on")) {
            case "0_product_variant" -> plain.text("product_id.display_name");
            case "1_product" -> plain.text("product_tmpl_id.display_name");
            case "2_product_category" -> "Category: " + plain.text("categ_id.display_name");
            default -> "All Products";
        };
    }
}
