package dev.sandoo.server.audit;

import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often API keys were used and refused, and when last. They are counted beside the calls and for many at once: a row
 * written at each call would make calls with one key wait for each other.
 */
public final class KeyCounts {
    private static final String ADD = """
            INSERT INTO sandoo_key_use (key_id, used, uses, refusals)
            SELECT * FROM unnest(?, ?, ?, ?)
            ON CONFLICT (key_id) DO UPDATE
               SET used = excluded.used, uses = least(sandoo_key_use.uses::int8 + excluded.uses, 2147483647),
                   refusals = least(sandoo_key_use.refusals::int8 + excluded.refusals, 2147483647)""";

    private static final String READ = "SELECT key_id, used, uses, refusals FROM sandoo_key_use WHERE key_id = ANY(?)";

    private KeyCounts() {}

    /**
     * What a key was used for.
     *
     * @param last when it was last used, in UTC
     * @param uses how many calls it came with, those that were refused included
     * @param refusals how many of these were refused
     */
    public record Use(LocalDateTime last, int uses, int refusals) {
        private Use and(Use later) {
            return new Use(later.last, uses + later.uses, refusals + later.refusals);
        }

        private static Use of(AuditedCall call) {
            return new Use(call.time(), 1, call.outcome() == Outcome.REFUSED ? 1 : 0);
        }
    }

    /** What each of these keys was used for; those that never were are left out. */
    public static Map<Integer, Use> of(Transaction transaction, Collection<Integer> ids) {
        Map<Integer, Use> uses = new HashMap<>();
        transaction.query(
                SqlFragment.of(READ, SqlArray.ids(ids)),
                row -> uses.put(row.integer(1), new Use(row.dateTimeOrNull(2), row.integer(3), row.integer(4))));
        return uses;
    }

    /** Adds the calls to the counts of the keys they came with. */
    static void add(Transaction transaction, Collection<AuditedCall> calls) {
        Map<Integer, Use> uses = new TreeMap<>(); // sorted, so that two nodes never wait for each other in a circle
        calls.forEach(call -> call.keyId().ifPresent(id -> uses.merge(id, Use.of(call), Use::and)));
        if (uses.isEmpty()) {
            return;
        }
        transaction.update(SqlFragment.of(
                ADD,
                SqlArray.ids(uses.keySet()),
                new SqlArray("timestamp", uses.values().stream().map(Use::last).toArray()),
                new SqlArray("int4", uses.values().stream().map(Use::uses).toArray()),
                new SqlArray("int4", uses.values().stream().map(Use::refusals).toArray())));
    }
}
