package dev.sandoo.server.access.policy;

import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Counts the calls of keys whose policies state a rate or a quota, for all processes on a database together. A period is cut into
 * sixty parts, and a call passes only if all that were made in the last sixty and the part at hand are fewer than the limit: so
 * no stretch of time of that length holds more, wherever it begins.
 */
public final class CallLimits {
    private static final long PARTS = 60;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final String COUNT = "SELECT sandoo_count_call(?, ?, ?, ?)";

    private CallLimits() {}

    /**
     * Counts a call and keeps the count, whatever becomes of the call: what the transaction has done so far is committed.
     *
     * @return the first limit that is used up
     */
    public static Optional<Limit> count(Transaction transaction, int keyId, Policy policy) {
        LocalDateTime now = transaction.now();
        return transaction.apart(() -> policy.limits().stream()
                .filter(limit -> !isWithin(transaction, keyId, limit, now))
                .findFirst());
    }

    private static boolean isWithin(Transaction transaction, int keyId, Limit limit, LocalDateTime now) {
        long millis = now.toEpochSecond(ZoneOffset.UTC) * 1000 + now.getNano() / NANOS_PER_MILLI;
        long part = millis * PARTS / limit.per().toMillis();
        String what = limit.name() + " " + limit.per().toSeconds();
        return transaction
                .queryFirst(SqlFragment.of(COUNT, keyId, what, limit.calls(), part), row -> row.bool(1))
                .orElseThrow();
    }
}
