package dev.sandoo.server.auth;

import dev.sandoo.server.db.DatabaseClock;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * What a call's first statement finds: how often each thing that is cached has changed in the database, and its time,
 * which is the transaction's from then on.
 *
 * @param accounts the counter of users, their groups and keys
 * @param registry the counter of custom models and fields
 * @param access the counter of groups, rights and rules
 * @param now what the database's clock shows, in UTC
 */
record DatabaseMoment(long accounts, long registry, long access, LocalDateTime now) {
    private static final SqlFragment QUERY = SqlFragment.of("SELECT name, value, " + DatabaseClock.NOW
            + ", CAST(pg_current_snapshot() AS text)" + " FROM sandoo_counter");

    static DatabaseMoment of(Transaction transaction) {
        Map<String, Long> counters = new HashMap<>();
        LocalDateTime now = transaction
                .query(QUERY, row -> {
                    counters.put(row.text(1), row.longOrNull(2));
                    transaction.sees(row.text(4));
                    return row.dateTimeOrNull(3);
                })
                .get(0);
        transaction.takesPlaceAt(now);
        transaction.counts(counters);
        return new DatabaseMoment(counters.get("account"), counters.get("registry"), counters.get("access"), now);
    }
}
