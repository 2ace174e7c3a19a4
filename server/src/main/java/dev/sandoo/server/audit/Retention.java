package dev.sandoo.server.audit;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Deletes calls that are older than they need be, a few at a time and not too often, so that no call notices. What is old, the
 * real time says: a database whose clock was set ahead for a test keeps its lines. Thread-safe.
 */
final class Retention implements LaterCalls.Upkeep {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int AT_ONCE = 2_000;
    private static final int MOST_BATCHES = 20;

    private static final String DELETE = """
            WITH old AS (SELECT id FROM sandoo_call WHERE time < ? LIMIT ?),
                 gone AS (DELETE FROM sandoo_call_change WHERE call_id IN (SELECT id FROM old))
            DELETE FROM sandoo_call WHERE id IN (SELECT id FROM old)""";

    private final Optional<Duration> kept;
    private final Clock clock;
    private final Map<String, Instant> next = new ConcurrentHashMap<>();

    /** @param kept how long calls are kept; empty for ever */
    Retention(Optional<Duration> kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public void of(Database database) {
        Instant now = clock.instant();
        if (kept.isPresent() && !next.getOrDefault(database.name(), Instant.MIN).isAfter(now)) {
            next.put(database.name(), now.plus(EVERY));
            prune(database, LocalDateTime.ofInstant(now.minus(kept.get()), ZoneOffset.UTC));
        }
    }

    /** Many old lines are deleted in many short transactions; what is left waits for the next time. */
    private static void prune(Database database, LocalDateTime oldest) {
        int deleted = AT_ONCE;
        for (int batch = 0; batch < MOST_BATCHES && deleted == AT_ONCE; batch++) {
            try (Transaction transaction = database.begin()) {
                deleted = transaction.update(SqlFragment.of(DELETE, oldest, AT_ONCE));
                transaction.commit();
            }
        }
    }
}
