package dev.sandoo.server.addons.account;

import dev.sandoo.server.addons.account.TaxComputation.TaxAmount;
import dev.sandoo.server.addons.account.TaxComputation.Totals;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
import java.util.HashMap;
import java.util.Map;

/**
 * What order lines amount to with their taxes, and the sums of orders, rounded per line or once for each tax, as the company
 * wants it. Immutable.
 */
public final class OrderTotals {
    private final String quantity;

    /** @param quantity the field of lines that counts */
    public OrderTotals(String quantity) {
        this.quantity = quantity;
    }

    /** The line's field for taxes, which was renamed once. */
    public static String taxField(Records line) {
        return line.model().fields().containsKey("tax_ids") ? "tax_ids" : "tax_id";
    }

    /** Gives lines their {@code price_subtotal}, {@code price_tax} and {@code price_total}. */
    public void lines(Records lines, Compute.Results results) {
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

    /** Gives orders their {@code amount_untaxed}, {@code amount_tax} and {@code amount_total}. */
    public void orders(Records orders, Compute.Results results) {
        for (Records order : orders) {
            boolean globally = isRoundedGlobally(order.records("company_id"));
            double[] sums = globally ? roundedOnce(order) : roundedPerLine(order);
            double unit = order.number("currency_id.rounding");
            double untaxed = Rounding.toUnit(sums[0], unit);
            double tax = Rounding.toUnit(sums[1], unit);
            results.set(order.id(), "amount_untaxed", untaxed);
            results.set(order.id(), "amount_tax", tax);
            results.set(order.id(), "amount_total", untaxed + tax);
        }
    }

    private static boolean isRoundedGlobally(Records company) {
        return "round_globally".equals(company.get("tax_calculation_rounding_method"));
    }

    private Totals totals(Records line, double unit) {
        double price = line.number("price_unit") * (1 - line.number("discount") / 100);
        return new TaxComputation(line.records(taxField(line)), unit).of(price, line.number(quantity));
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

    private double[] roundedOnce(Records order) {
        double unit = order.number("currency_id.rounding");
        double untaxed = 0;
        Map<Integer, Double> taxes = new HashMap<>();
        for (Records line : order.records("order_line")) {
            Totals totals = totals(line, 0);
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
}
