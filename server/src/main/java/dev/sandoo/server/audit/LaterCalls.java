package dev.sandoo.server.audit;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.OdooError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes calls beside the calls, many at once, by a thread of its own. When they come faster than they can be written, those who
 * bring them wait: none is lost while the process lives. Thread-safe.
 */
final class LaterCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaterCalls.class);

    private static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 2_000;
    private static final int TRIES = 5;

    /**
     * What only read may wait: each batch is a transaction, after which no node finds its remembered counts valid. What was refused
     * or failed does not wait.
     */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** Lines need not survive a crash of the machine that comes in the next half second. */
    private static final String SETTINGS =
            "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off";

    private final Databases databases;
    private final Upkeep upkeep;
    private final Lock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private final Condition taken = lock.newCondition();
    private final Thread thread = new Thread(this::run, "sandoo-audit");

    // Under the lock.
    private Batch next = new Batch();
    private boolean closed;

    /** Something to do now and then for a database that calls are written to. */
    @FunctionalInterface
    interface Upkeep {
        void of(Database database);
    }

    /** Something to write for a call. */
    record Line(Place place, AuditedCall call, Form form) {
        /** What is still to be written. */
        enum Form {
            /** The call and its key's counts. */
            WHOLE,
            /** Only its key's counts: the call wrote its own line. */
            COUNTS
        }
    }

    /** Lines and who waits for them to be written; in a hurry, somebody should not wait any longer. */
    private static final class Batch {
        private final List<Line> lines = new ArrayList<>();
        private final CompletableFuture<Void> written = new CompletableFuture<>();
        private boolean urgent;
    }

    LaterCalls(Databases databases, Upkeep upkeep) {
        this.databases = databases;
        this.upkeep = upkeep;
        thread.setDaemon(true);
        thread.start();
        databases.beforeLeaving(this::flush);
    }

    /** Adds a line; the first of a batch and one that is urgent wake the writer, others cost it nothing. */
    void add(Line line) {
        lock.lock();
        try {
            while (next.lines.size() >= MOST_WAITING && !closed) {
                taken.awaitUninterruptibly();
            }
            next.lines.add(line);
            boolean urgent = line.call().outcome() != Outcome.OK || next.lines.size() >= MOST_AT_ONCE;
            if (next.lines.size() == 1 || urgent && !next.urgent) {
                next.urgent |= urgent;
                wanted.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything added before is written, or given up. */
    void flush() {
        Batch batch;
        lock.lock();
        try {
            batch = next;
            batch.urgent = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        if (thread.isAlive()) {
            batch.written.join();
        }
    }

    /** Writes what is left, and ends. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean goOn = true;
        while (goOn) {
            Batch batch = take();
            goOn = !batch.lines.isEmpty() || batch.urgent;
            write(batch.lines);
            batch.written.complete(null);
        }
    }

    /** What came before somebody wanted it written, or patience ended; nothing, and not urgent, is the end. */
    private Batch take() {
        lock.lock();
        try {
            while (next.lines.isEmpty() && !next.urgent && !closed) {
                wanted.awaitUninterruptibly();
            }
            long left = PATIENCE.toNanos();
            while (left > 0 && !next.urgent && !closed) {
                left = wanted.awaitNanos(left);
            }
            return taken();
        } catch (InterruptedException stop) {
            closed = true;
            return taken();
        } finally {
            lock.unlock();
        }
    }

    private Batch taken() {
        Batch batch = next;
        next = new Batch();
        taken.signalAll();
        return batch;
    }

    private void write(List<Line> batch) {
        Map<Place, List<Line>> byPlace = new LinkedHashMap<>();
        batch.forEach(line -> byPlace.computeIfAbsent(line.place(), place -> new ArrayList<>())
                .add(line));
        byPlace.forEach(this::write);
    }

    private void write(Place place, List<Line> lines) {
        for (int left = TRIES; left > 0; left--) {
            try {
                Optional<Database> database = isThere(place) ? databases.open(place.database()) : Optional.empty();
                database.ifPresent(there -> write(there, place, lines));
                database.ifPresent(this::keepUp);
                return;
            } catch (RuntimeException e) {
                report(place, lines, left - 1, e);
            }
        }
    }

    /** A pool would try for half a minute to connect to a database that has been dropped, and all others would wait. */
    private boolean isThere(Place place) {
        return databases.id(place.database()).equals(OptionalLong.of(place.databaseId()));
    }

    /** The lines are written by now: what fails here must not have them written again. */
    private void keepUp(Database database) {
        try {
            upkeep.of(database);
        } catch (RuntimeException e) {
            LOG.debug("Old calls of database {} are not deleted yet: {}", database.name(), e.getMessage());
        }
    }

    private static void report(Place place, List<Line> lines, int left, RuntimeException e) {
        if (left > 0) {
            LOG.debug("{} calls could not be written down yet: {}", lines.size(), e.getMessage());
        } else if (e instanceof OdooError) {
            LOG.warn(
                    "{} calls of database {} are not written down: {}", lines.size(), place.database(), e.getMessage());
        } else {
            LOG.warn("{} calls of database {} are not written down", lines.size(), place.database(), e);
        }
    }

    /** A database that has been made anew since is another one. */
    private void write(Database database, Place place, List<Line> lines) {
        try (Transaction transaction = database.begin()) {
            if (transaction.databaseId() != place.databaseId()) {
                return;
            }
            transaction.execute(SETTINGS);
            List<AuditedCall> whole = lines.stream()
                    .filter(line -> line.form() == Line.Form.WHOLE)
                    .map(Line::call)
                    .toList();
            if (!whole.isEmpty()) {
                CallTable.copy(transaction, whole);
            }
            KeyCounts.add(transaction, lines.stream().map(Line::call).toList());
            transaction.commit();
        }
    }
}
