package dev.sandoo.server.addons.product;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Records;

/** What lines of sale and purchase orders have in common. */
public final class OrderLines {
    private OrderLines() {}

    /** Refuses orders with lines that say nothing of what is ordered. */
    public static void requireProducts(Records orders) {
        Records bare = orders.records("order_line")
                .filter(line -> line.get("display_type") == null
                        && !line.bool("is_downpayment")
                        && line.integer("product_id") == 0);
        if (!bare.isEmpty()) {
            throw new UserError(
                    "Some order lines are missing a product, you need to correct them before going further.");
        }
    }
}
