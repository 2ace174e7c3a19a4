package dev.sandoo.server.addons.account;

import dev.sandoo.server.addons.account.MoveSync.TaxItem;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.orm.Rounding;
import java.util.LinkedHashMap;
import java.util.Map;

/** The journal items of an invoice: of its lines, of taxes by their repartition, and of what is due. */
final class InvoiceItems {
    private InvoiceItems() {}

    private static boolean isMarked(Records items) {
        return !items.model().fields().containsKey("exclude_from_invoice_tab");
    }

    /** The items of what is sold or bought. */
    static Records products(Records move) {
        Records lines = move.records("line_ids");
        return isMarked(lines)
                ? lines.filter(line -> "product".equals(line.get("display_type")))
                : lines.filter(line -> line.get("display_type") == null && !line.bool("exclude_from_invoice_tab"));
    }

    /** The items of what is due. */
    static Records dueItems(Records move) {
        Records lines = move.records("line_ids");
        return isMarked(lines)
                ? lines.filter(line -> "payment_term".equals(line.get("display_type")))
                : lines.filter(
                        line -> line.bool("exclude_from_invoice_tab") && line.integer("tax_repartition_line_id") == 0);
    }

    /** Gives a line its amounts. */
    static void value(Records line, MoveKind kind, double subtotal, double total) {
        Map<String, Object> values = balance(kind.lineSign() * subtotal);
        values.put("price_subtotal", subtotal);
        values.put("price_total", total);
        line.writeQuietly(values);
    }

    /** Makes, changes and removes the items of taxes. @return their sum in the invoice's sign */
    static double taxes(Records move, MoveKind kind, Map<Integer, TaxItem> taxes, double unit) {
        Map<Integer, Records> kept = new LinkedHashMap<>();
        for (Records line : move.records("line_ids").filter(one -> one.integer("tax_repartition_line_id") != 0)) {
            kept.put(line.integer("tax_repartition_line_id"), line);
        }
        double sum = 0;
        for (Map.Entry<Integer, TaxItem> tax : taxes.entrySet()) {
            Records record = move.env().record("account.tax", tax.getKey());
            for (Records part : parts(record, kind)) {
                double amount = Rounding.toUnit(tax.getValue().amount() * part.number("factor_percent") / 100, unit);
                sum += amount;
                if (amount != 0) {
                    put(
                            move,
                            kept.remove(part.id()),
                            tax(move, kind, record, part, tax.getValue().base(), amount));
                }
            }
        }
        kept.values().forEach(Records::unlink);
        return Rounding.toUnit(sum, unit);
    }

    /** The shares of a tax that are taxes, of invoices or of refunds. */
    private static Records parts(Records tax, MoveKind kind) {
        String lines = (kind.isRefund() ? "refund" : "invoice") + "_repartition_line_ids";
        return tax.records(lines).filter(part -> "tax".equals(part.get("repartition_type")));
    }

    private static Map<String, Object> tax(
            Records move, MoveKind kind, Records tax, Records part, double base, double amount) {
        int own = part.integer("account_id");
        int account = own == 0 ? products(move).records("account_id").ids().get(0) : own;
        Map<String, Object> values = balance(kind.lineSign() * amount);
        values.put("name", tax.text("name"));
        values.put("account_id", account);
        values.put("tax_repartition_line_id", part.id());
        values.put("tax_line_id", tax.id());
        values.put("tax_group_id", tax.integer("tax_group_id") == 0 ? false : tax.integer("tax_group_id"));
        values.put("tax_base_amount", isMarked(move.records("line_ids")) ? kind.lineSign() * base : base);
        mark(move, values, "tax", 10000, amount);
        return values;
    }

    /** Makes or changes the item of what is due; an invoice of nothing has none. */
    static void due(Records move, MoveKind kind, double total) {
        Records items = dueItems(move);
        if (products(move).isEmpty()) {
            items.unlink();
            return;
        }
        Map<String, Object> values = balance(-kind.lineSign() * total);
        values.put("amount_residual", values.get("balance"));
        values.put("amount_residual_currency", values.get("balance"));
        values.put("account_id", InvoiceAccounts.ofPartner(move, kind));
        values.put(
                "date_maturity",
                (move.get("invoice_date_due") == null ? move.env().today() : move.date("invoice_date_due")).toString());
        values.put("name", move.text("payment_reference").isEmpty() ? emptyName(move) : move.text("payment_reference"));
        mark(move, values, "payment_term", 12000, -total);
        put(move, items, values);
    }

    private static Object emptyName(Records move) {
        return isMarked(move.records("line_ids")) ? false : "";
    }

    private static void mark(Records move, Map<String, Object> values, String kind, int sequence, double amount) {
        if (isMarked(move.records("line_ids"))) {
            values.put("display_type", kind);
            values.put("sequence", sequence);
            values.put("quantity", 0);
            values.put("price_unit", 0);
        } else {
            values.put("exclude_from_invoice_tab", true);
            values.put("quantity", 1);
            values.put("price_unit", amount);
            values.put("price_subtotal", amount);
            values.put("price_total", amount);
        }
    }

    private static void put(Records move, Records item, Map<String, Object> values) {
        if (item != null && !item.isEmpty()) {
            item.writeQuietly(values);
            return;
        }
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.put("move_id", move.id());
        all.put("currency_id", move.integer("currency_id"));
        int partner = move.integer("partner_id");
        all.put("partner_id", partner == 0 ? false : partner);
        move.env().model("account.move.line").create(all);
    }

    private static Map<String, Object> balance(double signed) {
        double balance = signed == 0 ? 0.0 : signed;
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("balance", balance);
        values.put("debit", Math.max(balance, 0.0));
        values.put("credit", Math.max(-balance, 0.0));
        values.put("amount_currency", balance);
        return values;
    }
}
