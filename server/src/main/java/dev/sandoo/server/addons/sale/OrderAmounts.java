package dev.sandoo.server.addons.sale;

import dev.sandoo.server.addons.account.OrderTotals;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** An order's amounts: sums of its lines, rounded per line or once for each tax, as the company wants it. */
final class OrderAmounts implements Addon {
    private static final String ORDER = SaleAddon.ORDER;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(
                        ORDER,
                        List.of("amount_untaxed", "amount_tax", "amount_total"),
                        List.of("order_line.price_subtotal", "order_line.price_total", "currency_id"),
                        new OrderTotals(SaleAddon.QUANTITY)::orders)
                .computeEach(
                        ORDER, "amount_undiscounted", List.of("order_line.price_subtotal"), OrderAmounts::undiscounted);
    }

    private static Object undiscounted(Records order) {
        double sum = 0;
        for (Records line : order.records("order_line")) {
            double rest = 100 - line.number("discount");
            sum += rest == 0
                    ? line.number("price_unit") * line.number("product_uom_qty")
                    : line.number("price_subtotal") * 100 / rest;
        }
        return sum;
    }
}
