package dev.sandoo.server.addons.account;

import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.Map;

/** An entry's sums, in its own sign and in the company's. */
final class MoveTotals {
    private MoveTotals() {}

    static void invoice(Records move, MoveKind kind, double untaxed, double tax) {
        Map<String, Object> values = new LinkedHashMap<>();
        double total = untaxed + tax;
        put(move, values, "amount_untaxed", untaxed, kind.companySign());
        put(move, values, "amount_tax", tax, kind.companySign());
        put(move, values, "amount_total", total, kind.companySign());
        put(move, values, "amount_residual", total, kind.companySign());
        putKnown(move, values, "amount_total_in_currency_signed", kind.companySign() * total);
        putKnown(move, values, "amount_untaxed_in_currency_signed", kind.companySign() * untaxed);
        putKnown(move, values, "payment_state", "not_paid");
        move.writeQuietly(values);
    }

    static void entry(Records move, double total) {
        Map<String, Object> values = new LinkedHashMap<>();
        put(move, values, "amount_untaxed", 0, 1);
        put(move, values, "amount_tax", 0, 1);
        put(move, values, "amount_total", total, 1);
        put(move, values, "amount_residual", 0, 1);
        putKnown(move, values, "amount_total_in_currency_signed", total);
        if (move.env().version().has("account.entries-unpaid")) {
            values.put("payment_state", "not_paid");
        }
        move.writeQuietly(values);
    }

    private static void put(Records move, Map<String, Object> values, String name, double amount, int sign) {
        values.put(name, amount);
        putKnown(move, values, name + "_signed", amount == 0 ? 0.0 : sign * amount);
    }

    private static void putKnown(Records move, Map<String, Object> values, String name, Object value) {
        if (move.model().fields().containsKey(name)) {
            values.put(name, value);
        }
    }
}
