package dev.sandoo.server.addons.account;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a payment is in the books: money on its way on one account, what the partner owes on another. Source: payments of each kind on
 * 19.0 and 14.0.
 *
 * @param inbound whether money comes in
 * @param customer whether the partner pays as a customer
 */
record PaymentEntry(Environment env, boolean inbound, boolean customer) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

    /** How much is paid, by or to whom (nobody when empty), and when. */
    record Paid(double amount, Records currency, Records partner, LocalDate date) {
        static Paid by(Records payment) {
            return new Paid(
                    payment.number("amount"),
                    payment.records("currency_id"),
                    payment.records("partner_id"),
                    payment.date("date"));
        }
    }

    static PaymentEntry of(Environment env, Object type, Object partnerType) {
        return new PaymentEntry(env.sudo(), !"outbound".equals(type), !"supplier".equals(partnerType));
    }

    static PaymentEntry of(Records payment) {
        return of(payment.env(), payment.get("payment_type"), payment.get("partner_type"));
    }

    /** The journal of those who name none: the first one for money. */
    Records journal() {
        Condition condition = Condition.term("type", Operator.IN, List.of("bank", "cash"))
                .and(Condition.term("company_id", Operator.EQUALS, env.companyId()));
        Records found = env.model("account.journal").search(condition);
        return found.isEmpty() ? found : found.browse(found.ids().subList(0, 1));
    }

    int currency(Records journal) {
        int own = journal.isEmpty() ? 0 : journal.integer("currency_id");
        int company = journal.isEmpty() ? env.companyId() : journal.integer("company_id");
        return own == 0 ? env.record("res.company", company).integer("currency_id") : own;
    }

    /** Where the money is until the bank tells of it; 0 for nowhere. */
    int outstanding(Records journal) {
        String side = inbound ? "debit" : "credit";
        if (journal.model().fields().containsKey("payment_" + side + "_account_id")) {
            return journal.integer("payment_" + side + "_account_id");
        }
        Optional<Records> found = env.find(
                "account." + journal.integer("company_id") + "_account_journal_payment_" + side + "_account_id");
        return found.map(Records::id).orElse(0);
    }

    /** Where the partner's debts are kept. */
    int destination(Records partner) {
        return InvoiceAccounts.ofPartner(env, partner, customer ? "receivable" : "payable");
    }

    /** The name of a way to pay, by the field that the version has for it. */
    String methodField() {
        return env.registry().model("account.payment").fields().containsKey("payment_method_line_id")
                ? "payment_method_line_id"
                : "payment_method_id";
    }

    /** The first way to pay that the journal offers; 0 for none. */
    int method(Records journal) {
        if (methodField().equals("payment_method_id")) {
            List<Integer> ids = journal.records((inbound ? "in" : "out") + "bound_payment_method_ids")
                    .ids();
            return ids.isEmpty() ? 0 : ids.get(0);
        }
        Condition condition = Condition.term("journal_id", Operator.EQUALS, journal.id())
                .and(Condition.term(
                        "payment_method_id.payment_type", Operator.EQUALS, inbound ? "inbound" : "outbound"));
        List<Integer> ids =
                env.model("account.payment.method.line").search(condition).ids();
        return ids.isEmpty() ? 0 : ids.get(0);
    }

    /** Both items, as values to create them from. */
    List<Object> items(Paid paid, String label, int outstanding, int destination) {
        double balance = inbound ? paid.amount() : -paid.amount();
        return List.of(
                List.of(0, 0, item(paid, label, balance, outstanding)),
                List.of(0, 0, item(paid, label, -balance, destination)));
    }

    private static Map<String, Object> item(Paid paid, String label, double balance, int account) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", label);
        values.put("account_id", account == 0 ? false : account);
        values.put(
                "partner_id", paid.partner().isEmpty() ? false : paid.partner().id());
        values.put("currency_id", paid.currency().id());
        values.put("debit", Math.max(balance, 0.0));
        values.put("credit", Math.max(-balance, 0.0));
        return values;
    }

    /** What both items are called. */
    String label(Paid paid, String memo, String method) {
        if (!env.version().has("account.payments-described")) {
            return memo.isEmpty() ? method : method + ": " + memo;
        }
        String kind = (customer ? "Customer " : "Vendor ") + (inbound == customer ? "Payment" : "Reimbursement");
        String figure = String.format(Locale.ROOT, "%,.2f", paid.amount());
        String symbol = paid.currency().text("symbol");
        String shown = "before".equals(paid.currency().get("position"))
                ? symbol + "\u00a0" + figure
                : figure + "\u00a0" + symbol;
        String name = paid.partner().isEmpty() ? "" : " - " + paid.partner().text("display_name");
        return kind + " " + shown + name + " - " + DAY.format(paid.date());
    }
}
