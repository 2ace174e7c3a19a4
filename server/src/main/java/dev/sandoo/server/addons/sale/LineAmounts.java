package dev.sandoo.server.addons.sale;

import dev.sandoo.server.addons.account.TaxComputation;
import dev.sandoo.server.addons.account.TaxComputation.Totals;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
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
                        LineAmounts::amounts)
                .compute(LINE, List.of("price_reduce"), List.of("price_unit", "discount"), LineAmounts::reduced)
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

    /** Whether taxes are rounded once for a whole document. */
    static boolean isRoundedGlobally(Records company) {
        return "round_globally".equals(company.get("tax_calculation_rounding_method"));
    }

    /** The line's totals. @param unit what amounts are rounded to on the way; zero for not at all */
    static Totals totals(Records line, double unit) {
        double price = line.number("price_unit") * (1 - line.number("discount") / 100);
        return new TaxComputation(line.records(OrderLines.taxField(line)), unit)
                .of(price, line.number("product_uom_qty"));
    }

    private static void amounts(Records lines, Compute.Results results) {
        for (Records line : lines) {
            double unit = line.number("currency_id.rounding");
            boolean globally = isRoundedGlobally(line.records("company_id"));
            Totals totals = totals(line, globally ? 0 : unit);
            double subtotal = Rounding.toUnit(totals.base(), unit);
            double tax = totals.taxes().stream()
                    .mapToDouble(one -> Rounding.toUnit(one.amount(), unit))
                    .sum();
            double total = Rounding.toUnit(subtotal + tax, unit);
            results.set(line.id(), "price_subtotal", subtotal);
            results.set(line.id(), "price_total", total);
            results.set(line.id(), "price_tax", total - subtotal);
        }
    }

    private static void reduced(Records lines, Compute.Results results) {
        for (Records line : lines) {
            results.set(line.id(), "price_reduce", line.number("price_unit") * (1 - line.number("discount") / 100));
        }
    }

    private static void perUnit(Records lines, String field, String source, Compute.Results results) {
        for (Records line : lines) {
            double quantity = line.number("product_uom_qty");
            results.set(line.id(), field, quantity == 0 ? 0.0 : line.number(source) / quantity);
        }
    }
}
