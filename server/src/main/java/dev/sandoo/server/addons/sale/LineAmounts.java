package dev.sandoo.server.addons.sale;

import dev.sandoo.server.addons.account.OrderTotals;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.util.List;

/** An order line's amounts: price, quantity, discount and taxes. */
final class LineAmounts implements Addon {
    private static final String LINE = SaleAddon.LINE;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(
                        LINE,
                        List.of("price_subtotal", "price_tax", "price_total"),
                        List.of("product_uom_qty", "discount", "price_unit", "tax_id", "tax_ids", "currency_id"),
                        new OrderTotals(SaleAddon.QUANTITY)::lines)
                .computeEach(LINE, "price_reduce", List.of("price_unit", "discount"), LineAmounts::reduced)
                .compute(
                        LINE,
                        List.of("price_reduce_taxexcl"),
                        List.of("price_subtotal", "product_uom_qty"),
                        (lines, results) -> perUnit(lines, "price_reduce_taxexcl", "price_subtotal", results))
                .compute(
                        LINE,
                        List.of("price_reduce_taxinc"),
                        List.of("price_total", "product_uom_qty"),
                        (lines, results) -> perUnit(lines, "price_reduce_taxinc", "price_total", results));
    }

    private static Object reduced(Records line) {
        return line.number("price_unit") * (1 - line.number("discount") / 100);
    }

    private static void perUnit(Records lines, String field, String source, Compute.Results results) {
        for (Records line : lines) {
            double quantity = line.number("product_uom_qty");
            results.set(line.id(), field, quantity == 0 ? 0.0 : line.number(source) / quantity);
        }
    }
}
