package dev.sandoo.server.addons.account;

import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The days an invoice is booked on and due on. */
final class MoveDates {
    private MoveDates() {}

    /** A bill of an earlier month is booked on that month's last day where the version does so. */
    static LocalDate booked(Environment env, MoveKind kind, LocalDate invoiced) {
        boolean past = YearMonth.from(invoiced).isBefore(YearMonth.from(env.today()));
        return kind.isPurchase() && past && env.version().has("account.bills-booked-late")
                ? YearMonth.from(invoiced).atEndOfMonth()
                : invoiced;
    }

    /**
     * The day the last part is due; without a term the invoice's date where the version takes it, else today.
     *
     * @param invoiced null for not dated yet
     */
    static Optional<LocalDate> due(Environment env, Records term, LocalDate invoiced) {
        LocalDate from = invoiced == null ? env.today() : invoiced;
        if (term.isEmpty()) {
            boolean today = env.version().has("account.due-today");
            return today || invoiced != null ? Optional.of(today ? env.today() : from) : Optional.empty();
        }
        LocalDate last = from;
        for (Records line : term.records("line_ids")) {
            String days = line.model().fields().containsKey("nb_days") ? "nb_days" : "days";
            LocalDate due = from.plusDays(line.integer(days));
            last = due.isAfter(last) ? due : last;
        }
        return Optional.of(last);
    }

    /** Has the other dates of a draft follow its invoice date and term, unless they are written too. */
    static void follow(Records move, Map<String, Object> written) {
        MoveKind kind = new MoveKind(move.text("move_type"));
        LocalDate invoiced = move.date("invoice_date");
        if (!kind.isInvoice() || !"draft".equals(move.get("state"))) {
            return;
        }
        Map<String, Object> values = new HashMap<>();
        if (invoiced != null && !written.containsKey("date")) {
            values.put("date", booked(move.env(), kind, invoiced).toString());
        }
        Records term = move.sudo().records("invoice_payment_term_id");
        boolean follows = !term.isEmpty() || !move.env().version().has("account.due-today");
        if (follows && !written.containsKey("invoice_date_due")) {
            due(move.env(), term, invoiced).ifPresent(due -> values.put("invoice_date_due", due.toString()));
        }
        if (!values.isEmpty()) {
            move.writeQuietly(values);
        }
    }
}
