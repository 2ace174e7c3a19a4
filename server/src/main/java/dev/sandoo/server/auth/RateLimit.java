package dev.sandoo.server.auth;

import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;

/**
 * Lets something be tried so many times in a window of time and no more. The count is a row that concurrent tries have to
 * queue for, so that a hundred at once are counted as a hundred, on however many nodes. Thread-safe.
 */
public final class RateLimit {
    private static final String TAKE = """
            INSERT INTO sandoo_rate (action, subject, since, taken)
            VALUES (?, ?, ?, 1)
            ON CONFLICT (action, subject) DO UPDATE
               SET since = CASE WHEN sandoo_rate.since <= ? THEN excluded.since ELSE sandoo_rate.since END,
                   taken = CASE WHEN sandoo_rate.since <= ? THEN 1 ELSE least(sandoo_rate.taken, 1000000) + 1 END
            RETURNING taken""";

    private static final String FORGET = "DELETE FROM sandoo_rate WHERE action = ? AND subject = ?";

    private final String action;
    private final int most;
    private final Duration window;

    /**
     * A limit of its own.
     *
     * @param action what is limited, as stored
     * @param most how many tries one window allows
     */
    public RateLimit(String action, int most, Duration window) {
        this.action = Objects.requireNonNull(action, "action");
        this.most = most;
        this.window = Objects.requireNonNull(window, "window");
    }

    /**
     * Counts a try; it lasts only if the transaction is committed.
     *
     * @param subject who tries
     * @return whether it is within the limit
     */
    public boolean take(Transaction transaction, String subject) {
        LocalDateTime now = transaction.now();
        LocalDateTime over = now.minus(window);
        SqlFragment take = SqlFragment.of(TAKE, action, subject, now, over, over);
        return transaction.queryFirst(take, row -> row.integer(1)).orElseThrow() <= most;
    }

    /** Starts over. */
    public void forget(Transaction transaction, String subject) {
        transaction.update(SqlFragment.of(FORGET, action, subject));
    }
}
