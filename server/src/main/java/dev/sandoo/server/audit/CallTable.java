package dev.sandoo.server.audit;

import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.db.ValueChange;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.sql.SqlNull;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rows of calls and their changes, as they are written. */
final class CallTable {
    private static final String TABLE = "sandoo_call";

    private static final List<String> COLUMNS = List.of(
            "time",
            "request_id",
            "protocol",
            "address",
            "user_agent",
            "user_id",
            "key_id",
            "key_name",
            "policy",
            "model",
            "method",
            "record_count",
            "outcome",
            "reason",
            "milliseconds");

    /** The columns of user and key, where 0 is nobody. */
    private static final Set<Integer> NULLABLE = Set.of(5, 6);

    private static final String INSERT = """
            INSERT INTO sandoo_call (%s)
            VALUES (?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0), nullif(?, ''), nullif(?, ''), ?, ?, ?, ?, nullif(?, ''), ?)""".formatted(String.join(", ", COLUMNS));

    /** Both rows in one statement: PostgreSQL spends more on starting and ending a statement than on writing a row. */
    private static final String INSERT_BOTH = "WITH call AS (" + INSERT + """
             RETURNING id)
            INSERT INTO sandoo_call_change (call_id, model, res_id, field, old, new)
            SELECT call.id, change.* FROM call, (""";

    /** PostgreSQL takes few rows faster so, and more of them as arrays. */
    private static final String CHANGE = "(?, ?, ?, ?::text, ?::text)";

    private static final int FEW = 8;
    private static final String MANY = "SELECT * FROM unnest(?, ?, ?, ?, ?)";

    private static final SqlNull NULL = new SqlNull("text");

    private CallTable() {}

    /** The statement that writes a call with what it changed. */
    static SqlFragment insert(AuditedCall call, List<ValueChange> changes) {
        Object[] values = values(call);
        if (changes.isEmpty()) {
            return SqlFragment.of(INSERT, values);
        }
        return SqlFragment.of(INSERT_BOTH, values).append(rows(changes)).append(") change");
    }

    private static SqlFragment rows(List<ValueChange> changes) {
        if (changes.size() > FEW) {
            return SqlFragment.of(MANY, arrays(changes));
        }
        return SqlFragment.of("VALUES ")
                .append(SqlFragment.join(
                        ", ", changes.stream().map(CallTable::row).toList()));
    }

    private static SqlFragment row(ValueChange change) {
        return SqlFragment.of(
                CHANGE,
                change.subject(),
                change.id(),
                change.name(),
                change.before().<Object>map(text -> text).orElse(NULL),
                change.after().<Object>map(text -> text).orElse(NULL));
    }

    /** Writes many calls that changed nothing. */
    static void copy(Transaction transaction, Collection<AuditedCall> calls) {
        transaction.copyIn(
                TABLE,
                COLUMNS,
                calls.stream().map(CallTable::values).map(CallTable::withNulls).toList());
    }

    private static Object[] arrays(List<ValueChange> changes) {
        return new Object[] {
            array("text", changes, ValueChange::subject),
            array("int4", changes, ValueChange::id),
            array("text", changes, ValueChange::name),
            array("text", changes, change -> change.before().orElse(null)),
            array("text", changes, change -> change.after().orElse(null))
        };
    }

    private static SqlArray array(String type, List<ValueChange> changes, Function<ValueChange, Object> part) {
        return new SqlArray(type, changes.stream().map(part).toArray());
    }

    /** In the order of the columns. What there is not is 0 or empty: the types of bound values then never change. */
    private static Object[] values(AuditedCall call) {
        Optional<AuditedCall.Key> key = call.who().flatMap(AuditedCall.Who::key);
        return new Object[] {
            call.time(),
            call.origin().requestId(),
            call.origin().protocol(),
            call.origin().address(),
            call.origin().userAgent(),
            call.who().map(AuditedCall.Who::uid).orElse(0),
            key.map(AuditedCall.Key::id).orElse(0),
            key.map(AuditedCall.Key::name).orElse(""),
            key.map(AuditedCall.Key::policy).orElse(""),
            call.model(),
            call.method(),
            call.recordCount(),
            call.outcome().word(),
            call.reason(),
            call.milliseconds()
        };
    }

    private static Object[] withNulls(Object[] values) {
        Arrays.setAll(
                values, i -> values[i].equals(0) && NULLABLE.contains(i) || values[i].equals("") ? null : values[i]);
        return values;
    }
}
