package dev.sandoo.server.db;

import dev.sandoo.server.sql.SqlFragment;
import java.time.Duration;
import java.time.LocalDateTime;

/**
 * The clock of a database: PostgreSQL's own until somebody sets it, then as far ahead of that as it was set, or standing
 * still. It is a row in the database, so that every node goes by it and it is copied along. All times are in UTC.
 *
 * <p>Whoever wants to know the time asks {@link Transaction#now}; this class is for those who read or set the clock itself.
 */
public final class DatabaseClock {
    /** The time as an SQL expression, for statements that read it on the way. */
    public static final String NOW = "coalesce((SELECT coalesce(k.frozen, (now() AT TIME ZONE 'UTC') + k.ahead)"
            + " FROM sandoo_clock k), now() AT TIME ZONE 'UTC')";

    private static final SqlFragment READ =
            SqlFragment.of("SELECT " + NOW + ", k.ahead IS NOT NULL OR k.frozen IS NOT NULL, k.frozen IS NOT NULL"
                    + " FROM (SELECT) one LEFT JOIN sandoo_clock k ON true");

    private static final String SET = """
            INSERT INTO sandoo_clock (ahead, frozen) VALUES (?::timestamp - (now() AT TIME ZONE 'UTC'), NULL)
            ON CONFLICT (one) DO UPDATE SET ahead = excluded.ahead, frozen = NULL""";

    private static final String FREEZE = """
            INSERT INTO sandoo_clock (ahead, frozen) VALUES (NULL, ?)
            ON CONFLICT (one) DO UPDATE SET ahead = NULL, frozen = excluded.frozen""";

    private static final SqlFragment CLEAR = SqlFragment.of("DELETE FROM sandoo_clock");

    private DatabaseClock() {}

    /** How the clock goes. */
    public enum Pace {
        /** As PostgreSQL's. */
        REAL,
        /** As fast as PostgreSQL's, but set to another time. */
        RUNNING,
        /** It shows the same time until it is set anew. */
        FROZEN
    }

    /** What the clock shows. */
    public record Reading(LocalDateTime now, Pace pace) {}

    /** What the clock shows at the beginning of the transaction, or as the transaction itself has set it. */
    public static Reading read(Transaction transaction) {
        return transaction
                .queryFirst(READ, row -> new Reading(row.dateTimeOrNull(1), pace(row.bool(2), row.bool(3))))
                .orElseThrow();
    }

    /** Sets the clock; it runs on from there. */
    public static void set(Transaction transaction, LocalDateTime now) {
        transaction.update(SqlFragment.of(SET, now));
    }

    /** Stops the clock at a time. */
    public static void freeze(Transaction transaction, LocalDateTime now) {
        transaction.update(SqlFragment.of(FREEZE, now));
    }

    /** Moves the clock on, or back; it goes on running or standing still as before. */
    public static void advance(Transaction transaction, Duration step) {
        Reading reading = read(transaction);
        if (reading.pace() == Pace.FROZEN) {
            freeze(transaction, reading.now().plus(step));
        } else {
            set(transaction, reading.now().plus(step));
        }
    }

    /** Lets the clock show PostgreSQL's time again. */
    public static void clear(Transaction transaction) {
        transaction.update(CLEAR);
    }

    private static Pace pace(boolean set, boolean frozen) {
        if (!set) {
            return Pace.REAL;
        }
        return frozen ? Pace.FROZEN : Pace.RUNNING;
    }
}
