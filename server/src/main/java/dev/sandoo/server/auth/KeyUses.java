package dev.sandoo.server.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * When API keys were last used. A key in use is noted once a minute by each process, with the call that shows it: a row
 * written at each call would cost more than the call, and make calls with one key wait for each other. Thread-safe.
 */
public final class KeyUses {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final long MOST = 10_000;

    private static final String NOTE = """
            INSERT INTO sandoo_key_use (key_id, used) VALUES (?, ?)
            ON CONFLICT (key_id) DO UPDATE SET used = excluded.used""";

    private static final String USES = "SELECT key_id, used FROM sandoo_key_use WHERE key_id = ANY(?)";

    private final Cache<Key, LocalDateTime> noted =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Key(long database, int id) {}

    /** Notes that the key has just been shown. */
    void note(Transaction transaction, int id) {
        Key key = new Key(transaction.databaseId(), id);
        LocalDateTime now = transaction.now();
        LocalDateTime last = noted.getIfPresent(key);
        if (last == null || isDue(last, now)) {
            noted.put(key, now);
            transaction.update(SqlFragment.of(NOTE, id, now));
        }
    }

    /** Also when the clock was put back. */
    private static boolean isDue(LocalDateTime last, LocalDateTime now) {
        return Duration.between(last, now).abs().compareTo(NOTED_EVERY) >= 0;
    }

    /** When each of the keys was last used, in UTC and to the minute; those that never were are left out. */
    public Map<Integer, LocalDateTime> of(Transaction transaction, Collection<Integer> ids) {
        Map<Integer, LocalDateTime> uses = new HashMap<>();
        transaction.query(
                SqlFragment.of(USES, SqlArray.ids(ids)), row -> uses.put(row.integer(1), row.dateTimeOrNull(2)));
        return uses;
    }
}
