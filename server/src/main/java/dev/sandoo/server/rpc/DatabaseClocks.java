package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.TracesOfTime;
import dev.sandoo.server.db.DatabaseClock;
import dev.sandoo.server.db.DatabaseClock.Reading;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Transaction;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.Consumer;

/**
 * Shows and sets the clocks of databases, for whoever runs the server. Calls that begin afterwards go by the new time, on every
 * node. Thread-safe.
 *
 * <p>Times are in UTC; each method throws {@link dev.sandoo.server.error.PythonError} when there is no such database.
 */
public final class DatabaseClocks {
    private static final int LAST_YEAR = 9999;

    private final Transactions transactions;
    private final TracesOfTime traces;

    public DatabaseClocks(OdooVersion version, Databases databases) {
        this.transactions = new Transactions(version, databases);
        this.traces = new TracesOfTime(version);
    }

    /** What a database's clock shows. */
    public Reading read(String database) {
        return transactions.in(database, DatabaseClock::read);
    }

    /**
     * Sets the clock, which runs on from there.
     *
     * @throws DateTimeException for a year that Odoo has no date in: before 1 or after 9999
     */
    public Reading set(String database, LocalDateTime now) {
        return change(database, transaction -> DatabaseClock.set(transaction, now));
    }

    /**
     * Stops the clock at a time.
     *
     * @throws DateTimeException as in {@link #set}
     */
    public Reading freeze(String database, LocalDateTime now) {
        return change(database, transaction -> DatabaseClock.freeze(transaction, now));
    }

    /** Stops the clock where it is. */
    public Reading freeze(String database) {
        return change(
                database,
                transaction -> DatabaseClock.freeze(
                        transaction, DatabaseClock.read(transaction).now()));
    }

    /** Lets a clock that stands still run on from what it shows. */
    public Reading run(String database) {
        return change(database, transaction -> {
            Reading reading = DatabaseClock.read(transaction);
            if (reading.pace() == DatabaseClock.Pace.FROZEN) {
                DatabaseClock.set(transaction, reading.now());
            }
        });
    }

    /**
     * Moves the clock on, or back; whether it runs stays as it is.
     *
     * @throws DateTimeException as in {@link #set}
     */
    public Reading advance(String database, Duration step) {
        return change(database, transaction -> DatabaseClock.advance(transaction, step));
    }

    /** Lets the clock show the real time again. */
    public Reading clear(String database) {
        return change(database, DatabaseClock::clear);
    }

    private Reading change(String database, Consumer<Transaction> change) {
        return transactions.in(database, transaction -> {
            LocalDateTime before = DatabaseClock.read(transaction).now();
            change.accept(transaction);
            Reading after = DatabaseClock.read(transaction);
            requireUsable(after.now());
            if (after.now().isBefore(before)) {
                traces.forgetAfter(transaction, after.now());
            }
            transaction.commit();
            return after;
        });
    }

    private static void requireUsable(LocalDateTime now) {
        if (now.getYear() < 1 || now.getYear() > LAST_YEAR) {
            throw new DateTimeException("a database's clock shows years from 1 to 9999, not " + now.getYear());
        }
    }
}
