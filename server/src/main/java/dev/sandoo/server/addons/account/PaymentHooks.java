package dev.sandoo.server.addons.account;

import dev.sandoo.server.addons.account.PaymentEntry.Paid;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills in what new payments lack. Where a payment is an entry itself, as in the earlier version, its items come and go with it. */
final class PaymentHooks implements ModelHooks {
    private static final Set<String> BOOKED =
            Set.of("amount", "partner_id", "payment_type", "partner_type", "journal_id", "date", "currency_id");

    /** Whether a payment is an entry from the start. */
    static boolean isEntry(Environment env) {
        return env.version().has("account.payments-are-entries");
    }

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> payments) {
        for (Map<String, Object> values : payments) {
            complete(env, values);
        }
    }

    private static void complete(Environment env, Map<String, Object> values) {
        PaymentEntry entry = PaymentEntry.of(
                env,
                values.getOrDefault("payment_type", env.context().get("default_payment_type")),
                values.getOrDefault("partner_type", env.context().get("default_partner_type")));
        Records journal = values.get("journal_id") instanceof Integer id
                ? env.sudo().record("account.journal", id).exists()
                : entry.journal();
        if (journal.isEmpty()) {
            return;
        }
        Records partner = env.sudo()
                .records("res.partner", values.get("partner_id") instanceof Integer id ? List.of(id) : List.of());
        putUnset(values, "journal_id", journal.id());
        putUnset(values, "company_id", journal.integer("company_id"));
        putUnset(values, "currency_id", entry.currency(journal));
        putUnset(values, "destination_account_id", entry.destination(partner));
        putUnset(values, entry.methodField(), entry.method(journal));
        putUnset(values, "date", env.today().toString());
        if (isEntry(env)) {
            values.put("move_type", "entry");
            values.put("line_ids", items(env, entry, values, journal, partner));
        } else {
            putUnset(values, "outstanding_account_id", entry.outstanding(journal));
        }
    }

    private static List<Object> items(
            Environment env, PaymentEntry entry, Map<String, Object> values, Records journal, Records partner) {
        Paid paid = new Paid(
                values.get("amount") instanceof Number number ? number.doubleValue() : 0,
                env.sudo().record("res.currency", (Integer) values.get("currency_id")),
                partner,
                LocalDate.parse(String.valueOf(values.get("date"))));
        return entry.items(paid, entry.label(paid, "", ""), entry.outstanding(journal), (Integer)
                values.get("destination_account_id"));
    }

    private static void putUnset(Map<String, Object> values, String name, int id) {
        if (id != 0 && !PythonValues.isTrue(values.get(name))) {
            values.put(name, id);
        }
    }

    private static void putUnset(Map<String, Object> values, String name, String text) {
        if (!PythonValues.isTrue(values.get(name))) {
            values.put(name, text);
        }
    }

    @Override
    public void afterWrite(Records payments, Map<String, Object> values) {
        if (!isEntry(payments.env()) || values.keySet().stream().noneMatch(BOOKED::contains)) {
            return;
        }
        for (Records payment : payments.sudo().filter(one -> "draft".equals(one.get("state")))) {
            PaymentEntry entry = PaymentEntry.of(payment);
            Paid paid = Paid.by(payment);
            List<Object> commands = new ArrayList<>();
            payment.records("move_id").records("line_ids").ids().forEach(id -> commands.add(List.of(2, id, 0)));
            commands.addAll(entry.items(
                    paid,
                    entry.label(paid, "", ""),
                    entry.outstanding(payment.records("journal_id")),
                    entry.destination(paid.partner())));
            payment.records("move_id").write(Map.of("line_ids", commands));
        }
    }

    @Override
    public void beforeUnlink(Records payments) {
        if (!payments.filter(payment -> List.of("posted", "in_process", "paid").contains(payment.text("state")))
                .isEmpty()) {
            throw new UserError(payments.env().version().message("account.move.kept"));
        }
    }
}
