package dev.sandoo.server.addons.account;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills in what new journal entries and invoices lack, keeps their items in step, and keeps posted ones. */
final class MoveHooks implements ModelHooks {
    /** What other values of an invoice follow from. */
    private static final Set<String> DATED = Set.of("invoice_date", "invoice_payment_term_id");

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            Object given = one.containsKey("move_type")
                    ? one.get("move_type")
                    : env.context().get("default_move_type");
            complete(env, one, new MoveKind(given instanceof String type ? type : "entry"));
        }
    }

    private static void complete(Environment env, Map<String, Object> values, MoveKind kind) {
        Records journal = journal(env, values, kind);
        int company = journal.isEmpty() ? env.companyId() : journal.integer("company_id");
        putUnset(values, "journal_id", journal.id());
        if (env.version().has("account.drafts-slashed")) {
            putUnset(values, "name", "/");
        }
        putUnset(values, "company_id", company);
        putUnset(values, "currency_id", currency(env, journal, company));
        if (kind.isInvoice()) {
            fromPartner(env, values, kind);
        }
        dates(env, values, kind);
    }

    private static void fromPartner(Environment env, Map<String, Object> values, MoveKind kind) {
        if (kind.isSale()) {
            values.putIfAbsent("invoice_user_id", env.uid());
        }
        if (!(values.get("partner_id") instanceof Integer id)) {
            return;
        }
        Records partner = env.sudo().record("res.partner", id);
        if (env.version().has("account.partner-read-first")) {
            env.record("res.partner", id).requireExisting();
        }
        if (partner.exists().isEmpty()) {
            return;
        }
        values.putIfAbsent("partner_shipping_id", id);
        String term = kind.isSale() ? "property_payment_term_id" : "property_supplier_payment_term_id";
        int own = partner.integer(term);
        if (own != 0) {
            values.putIfAbsent("invoice_payment_term_id", own);
        }
    }

    private static void dates(Environment env, Map<String, Object> values, MoveKind kind) {
        LocalDate invoiced = date(values.get("invoice_date"));
        LocalDate today = env.today();
        if (invoiced != null) {
            values.putIfAbsent("date", MoveDates.booked(env, kind, invoiced).toString());
        }
        if (kind.isInvoice() && !PythonValues.isTrue(values.get("invoice_date_due"))) {
            Object term = values.get("invoice_payment_term_id");
            Records terms =
                    env.sudo().records("account.payment.term", term instanceof Integer id ? List.of(id) : List.of());
            MoveDates.due(env, terms, invoiced).ifPresent(due -> values.put("invoice_date_due", due.toString()));
        }
        putUnset(values, "date", today.toString());
    }

    static LocalDate date(Object wire) {
        try {
            return wire instanceof String text ? LocalDate.parse(text) : null;
        } catch (DateTimeParseException e) {
            return null; // the field itself tells what is wrong with it
        }
    }

    private static Records journal(Environment env, Map<String, Object> values, MoveKind kind) {
        if (values.get("journal_id") instanceof Integer id) {
            return env.sudo().record("account.journal", id).exists();
        }
        Condition fitting = Condition.term("type", Operator.EQUALS, kind.journalType())
                .and(Condition.term("company_id", Operator.EQUALS, env.companyId()));
        Records found = env.sudo().model("account.journal").search(fitting);
        return found.isEmpty() ? found : found.browse(List.of(found.ids().get(0)));
    }

    private static int currency(Environment env, Records journal, int company) {
        int own = journal.isEmpty() ? 0 : journal.integer("currency_id");
        return own == 0 ? env.sudo().record("res.company", company).integer("currency_id") : own;
    }

    private static void putUnset(Map<String, Object> values, String name, Object value) {
        boolean empty = value instanceof Integer id && id == 0;
        if (!PythonValues.isTrue(values.get(name)) && !empty) {
            values.put(name, value);
        }
    }

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        MoveSync.sync(created);
        if (created.env().version().has("account.first-move-numbered")) {
            created.forEach(MoveNumber::giveFirst);
        }
    }

    @Override
    public void afterWrite(Records moves, Map<String, Object> values) {
        if (values.keySet().stream().anyMatch(DATED::contains)) {
            moves.forEach(move -> MoveDates.follow(move, values));
        }
        MoveSync.sync(moves);
    }

    @Override
    public void beforeUnlink(Records moves) {
        for (Records move : moves) {
            boolean kept = moves.env().version().has("account.posted-once-kept")
                    ? move.bool("posted_before")
                    : "posted".equals(move.get("state"));
            if (kept) {
                throw new UserError(moves.env().version().message("account.move.kept"));
            }
        }
    }
}
