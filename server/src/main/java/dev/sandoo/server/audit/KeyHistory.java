package dev.sandoo.server.audit;

import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;
import java.util.Set;

/** What a key has been used for, summed up. */
public final class KeyHistory {
    /** Ways to log in: they are written down as calls of users, and no policy is asked about them. */
    private static final Set<String> LOGINS =
            Set.of("authenticate", "login", "token", "second_factor", "identity_check");

    private static final String METHODS = """
            SELECT c.model, c.method, c.outcome, count(*)
              FROM sandoo_call c
             WHERE c.model <> '' AND NOT (c.model = 'res.users' AND c.method = ANY(?)) AND %s
             GROUP BY c.model, c.method, c.outcome
             ORDER BY c.model, c.method, c.outcome""";

    private static final String FIELDS = """
            SELECT DISTINCT c.model, h.model, h.field
              FROM sandoo_call c JOIN sandoo_call_change h ON h.call_id = c.id
             WHERE c.outcome = 'ok' AND %s
             ORDER BY h.model, h.field, c.model""";

    private static final String VALUES = """
            SELECT v.kind, v.value, count(*)
              FROM sandoo_call c,
                   LATERAL (VALUES ('name', c.key_name), ('protocol', c.protocol), ('address', c.address),
                                   ('hour', to_char(c.time, 'HH24'))) v(kind, value)
             WHERE c.model <> '' AND %s
             GROUP BY v.kind, v.value
             ORDER BY v.kind, v.value""";

    private final List<MethodUse> methods;
    private final List<FieldUse> fields;
    private final List<ValueUse> values;

    private KeyHistory(List<MethodUse> methods, List<FieldUse> fields, List<ValueUse> values) {
        this.methods = methods;
        this.fields = fields;
        this.values = values;
    }

    /** How often calls of a method ended so. */
    public record MethodUse(String model, String method, String outcome, int calls) {
        private static MethodUse read(Row row) {
            return new MethodUse(row.text(1), row.text(2), row.text(3), row.integer(4));
        }

        /** Whether these calls were let through. */
        public boolean isAllowed() {
            return !outcome.equals(Outcome.REFUSED.word());
        }
    }

    /** A field whose values were written by calls of a model, its own or another's. */
    public record FieldUse(String calledModel, String model, String field) {
        private static FieldUse read(Row row) {
            return new FieldUse(row.text(1), row.text(2), row.text(3));
        }
    }

    private record ValueUse(String kind, String value, int calls) {
        private static ValueUse read(Row row) {
            return new ValueUse(row.text(1), row.text(2), row.integer(3));
        }
    }

    /** Sums up the calls that fit. */
    public static KeyHistory of(Transaction transaction, CallFilter filter) {
        SqlFragment methods = SqlFragment.of(METHODS.substring(0, METHODS.indexOf("%s")), SqlArray.texts(LOGINS))
                .append(filter.condition())
                .append(METHODS.substring(METHODS.indexOf("%s") + 2));
        return new KeyHistory(
                transaction.query(methods, MethodUse::read),
                transaction.query(with(FIELDS, filter), FieldUse::read),
                transaction.query(with(VALUES, filter), ValueUse::read));
    }

    private static SqlFragment with(String query, CallFilter filter) {
        int place = query.indexOf("%s");
        return SqlFragment.of(query.substring(0, place))
                .append(filter.condition())
                .append(query.substring(place + 2));
    }

    public List<MethodUse> methods() {
        return List.copyOf(methods);
    }

    public List<FieldUse> fields() {
        return List.copyOf(fields);
    }

    /** The names the key had. */
    public List<String> names() {
        return ofKind("name");
    }

    /** The dialects that calls came in. */
    public List<String> protocols() {
        return ofKind("protocol");
    }

    /** Where calls came from. */
    public List<String> addresses() {
        return ofKind("address");
    }

    /** The hours of the day, in UTC, in which calls came. */
    public List<String> hours() {
        return ofKind("hour");
    }

    private List<String> ofKind(String kind) {
        return values.stream()
                .filter(use -> use.kind().equals(kind) && use.value() != null)
                .map(ValueUse::value)
                .toList();
    }
}
