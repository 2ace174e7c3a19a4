package dev.sandoo.server.addons.account;

import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
import java.util.ArrayList;
import java.util.List;

/**
 * What taxes make of an amount: percentages, fixed amounts and divisions, groups of them, taxes that raise the base of later
 * ones, and taxes that the price includes. Immutable.
 *
 * <p>Every tax's amount depends on the base in a straight line. What a price with included taxes is without them is therefore
 * found from two trials, at a base of nothing and at a base of one.
 */
public final class TaxComputation {
    /** The kinds of tax that there is a formula for; others (written in Python) count as nothing. */
    private enum Kind {
        PERCENT,
        FIXED,
        DIVISION,
        UNKNOWN
    }

    private record Tax(int id, Kind kind, double amount, boolean included, boolean raisesBase, boolean takesRaised) {
        double of(double base, double quantity) {
            return switch (kind) {
                case PERCENT -> base * amount / 100;
                case FIXED -> amount * quantity;
                case DIVISION -> base / (1 - amount / 100) - base;
                case UNKNOWN -> 0;
            };
        }
    }

    /** One tax's amount. */
    public record TaxAmount(int taxId, double amount) {}

    /** An amount without taxes, and its taxes; rounded when the computation was asked to. */
    public record Totals(double base, List<TaxAmount> taxes) {
        /** The sum of all taxes. */
        public double tax() {
            return taxes.stream().mapToDouble(TaxAmount::amount).sum();
        }
    }

    private final List<Tax> taxes;
    private final double unit;

    /**
     * @param taxes records of {@code account.tax}
     * @param unit what base and amounts are rounded to on the way, such as 0.01; zero for not at all
     */
    public TaxComputation(Records taxes, double unit) {
        this.taxes = flat(taxes);
        this.unit = unit;
    }

    /**
     * The totals of a quantity at a price. Included taxes are parts of the price, so that they follow from the exact base and
     * the rounded base is what they leave of the price; the others follow from the rounded base.
     */
    public Totals of(double price, double quantity) {
        double gross = Rounding.toUnit(price * quantity, unit);
        List<TaxAmount> inside = rounded(forward(withoutIncluded(gross, quantity), quantity));
        double base = gross;
        for (int i = 0; i < taxes.size(); i++) {
            base -= taxes.get(i).included() ? inside.get(i).amount() : 0;
        }
        base = Rounding.toUnit(base, unit);
        List<TaxAmount> amounts = rounded(forward(base, quantity));
        for (int i = 0; i < taxes.size(); i++) {
            if (taxes.get(i).included()) {
                amounts.set(i, inside.get(i));
            }
        }
        return new Totals(base, amounts);
    }

    private List<TaxAmount> rounded(List<TaxAmount> amounts) {
        List<TaxAmount> rounded = new ArrayList<>();
        amounts.forEach(tax -> rounded.add(new TaxAmount(tax.taxId(), Rounding.toUnit(tax.amount(), unit))));
        return rounded;
    }

    private double withoutIncluded(double gross, double quantity) {
        if (taxes.stream().noneMatch(Tax::included)) {
            return gross;
        }
        double atNothing = included(0, quantity);
        double slope = 1 + included(1, quantity) - atNothing;
        return slope == 0 ? gross : (gross - atNothing) / slope;
    }

    private double included(double base, double quantity) {
        List<TaxAmount> amounts = forward(base, quantity);
        double sum = 0;
        for (int i = 0; i < taxes.size(); i++) {
            sum += taxes.get(i).included() ? amounts.get(i).amount() : 0;
        }
        return sum;
    }

    private List<TaxAmount> forward(double base, double quantity) {
        List<TaxAmount> amounts = new ArrayList<>();
        double raised = base;
        for (Tax tax : taxes) {
            double amount = tax.of(tax.takesRaised() ? raised : base, quantity);
            amounts.add(new TaxAmount(tax.id(), amount));
            raised += tax.raisesBase() ? amount : 0;
        }
        return amounts;
    }

    private static List<Tax> flat(Records taxes) {
        List<Tax> flat = new ArrayList<>();
        for (Records tax : taxes) {
            if ("group".equals(tax.get("amount_type"))) {
                flat.addAll(flat(tax.records("children_tax_ids")));
            } else {
                flat.add(one(tax));
            }
        }
        return flat;
    }

    private static Tax one(Records tax) {
        Kind kind = switch (tax.text("amount_type")) {
            case "percent" -> Kind.PERCENT;
            case "fixed" -> Kind.FIXED;
            case "division" -> Kind.DIVISION;
            default -> Kind.UNKNOWN;
        };
        boolean optional = tax.model().fields().containsKey("is_base_affected");
        return new Tax(
                tax.id(),
                kind,
                tax.number("amount"),
                tax.bool("price_include"),
                tax.bool("include_base_amount"),
                !optional || tax.bool("is_base_affected"));
    }
}
