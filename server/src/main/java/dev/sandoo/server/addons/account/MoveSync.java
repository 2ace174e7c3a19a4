package dev.sandoo.server.addons.account;

import dev.sandoo.server.addons.account.TaxComputation.TaxAmount;
import dev.sandoo.server.addons.account.TaxComputation.Totals;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the items of draft entries in step: what lines come to, their taxes, what is due, and the sums of it all. */
final class MoveSync {
    private MoveSync() {}

    /** Brings the entries in step; those that are posted stay as they are. */
    static void sync(Records moves) {
        Environment env = moves.env().sudo();
        for (Records move : moves.in(env.with(env.context().withoutDefaults()))) {
            if (!"draft".equals(move.get("state"))) {
                continue;
            }
            MoveKind kind = new MoveKind(move.text("move_type"));
            if (kind.isInvoice()) {
                invoice(move, kind);
            } else {
                entry(move);
            }
        }
    }

    private static void entry(Records move) {
        double debit = 0;
        double credit = 0;
        for (Records line : move.records("line_ids")) {
            debit += line.number("debit");
            credit += line.number("credit");
        }
        double unit = unit(move);
        if (Rounding.toUnit(debit - credit, unit) != 0) {
            throw new UserError(move.env()
                    .version()
                    .message(
                            "account.unbalanced",
                            Map.of("id", move.id(), "difference", Rounding.toUnit(debit - credit, unit))));
        }
        MoveTotals.entry(move, Rounding.toUnit(debit, unit));
    }

    private static void invoice(Records move, MoveKind kind) {
        double unit = unit(move);
        boolean globally = "round_globally".equals(move.get("company_id.tax_calculation_rounding_method"));
        Map<Integer, TaxItem> taxes = new LinkedHashMap<>();
        double untaxed = 0;
        for (Records line : InvoiceItems.products(move)) {
            Totals totals = new TaxComputation(line.records("tax_ids"), globally ? 0 : unit)
                    .of(line.number("price_unit") * (1 - line.number("discount") / 100), line.number("quantity"));
            double subtotal = Rounding.toUnit(totals.base(), unit);
            untaxed += subtotal;
            for (TaxAmount tax : totals.taxes()) {
                taxes.computeIfAbsent(tax.taxId(), id -> new TaxItem()).add(subtotal, tax.amount());
            }
            InvoiceItems.value(line, kind, subtotal, Rounding.toUnit(subtotal + totals.tax(), unit));
        }
        untaxed = Rounding.toUnit(untaxed, unit);
        double tax = InvoiceItems.taxes(move, kind, taxes, unit);
        InvoiceItems.due(move, kind, Rounding.toUnit(untaxed + tax, unit));
        MoveTotals.invoice(move, kind, untaxed, tax);
    }

    /** What one tax is of, and what it comes to. */
    static final class TaxItem {
        private double base;
        private double amount;

        void add(double moreBase, double more) {
            base += moreBase;
            amount += more;
        }

        double base() {
            return base;
        }

        double amount() {
            return amount;
        }
    }

    static double unit(Records move) {
        double unit = move.number("currency_id.rounding");
        return unit == 0 ? 0.01 : unit;
    }
}
