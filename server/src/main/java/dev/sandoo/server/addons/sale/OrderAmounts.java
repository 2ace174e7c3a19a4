package dev.sandoo.server.addons.sale;

import dev.sandoo.server.addons.account.TaxComputation.TaxAmount;
import dev.sandoo.server.addons.account.TaxComputation.Totals;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                        OrderAmounts::amounts)
                .compute(
                        ORDER,
                        List.of("amount_undiscounted"),
                        List.of("order_line.price_subtotal"),
                        OrderAmounts::undiscounted);
    }

    private static void amounts(Records orders, Compute.Results results) {
        for (Records order : orders) {
            boolean globally = LineAmounts.isRoundedGlobally(order.records("company_id"));
            double[] sums = globally ? roundedOnce(order) : roundedPerLine(order);
            double unit = order.number("currency_id.rounding");
            double untaxed = Rounding.toUnit(sums[0], unit);
            double tax = Rounding.toUnit(sums[1], unit);
            results.set(order.id(), "amount_untaxed", untaxed);
            results.set(order.id(), "amount_tax", tax);
            results.set(order.id(), "amount_total", untaxed + tax);
        }
    }

    private static double[] roundedPerLine(Records order) {
        double untaxed = 0;
        double tax = 0;
        for (Records line : order.records("order_line")) {
            untaxed += line.number("price_subtotal");
            tax += line.number("price_tax");
        }
        return new double[] {untaxed, tax};
    }

    private static double[] roundedOnce(Records order) {
        double unit = order.number("currency_id.rounding");
        double untaxed = 0;
        Map<Integer, Double> taxes = new HashMap<>();
        for (Records line : order.records("order_line")) {
            Totals totals = LineAmounts.totals(line, 0);
            untaxed += totals.base();
            for (TaxAmount tax : totals.taxes()) {
                taxes.merge(tax.taxId(), tax.amount(), Double::sum);
            }
        }
        double tax = taxes.values().stream()
                .mapToDouble(amount -> Rounding.toUnit(amount, unit))
                .sum();
        return new double[] {untaxed, tax};
    }

    private static void undiscounted(Records orders, Compute.Results results) {
        for (Records order : orders) {
            double sum = 0;
            for (Records line : order.records("order_line")) {
                double rest = 100 - line.number("discount");
                sum += rest == 0
                        ? line.number("price_unit") * line.number("product_uom_qty")
                        : line.number("price_subtotal") * 100 / rest;
            }
            results.set(order.id(), "amount_undiscounted", sum);
        }
    }
}
