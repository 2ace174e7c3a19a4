package dev.sandoo.server.audit;

import dev.sandoo.server.audit.LaterCalls.Line;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.db.ValueChange;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes down who called what: a call that changed something in its own transaction, so that there is never one without the
 * other; any other a moment later and many at once, which costs calls next to nothing. Thread-safe.
 */
public final class AuditTrail implements AutoCloseable {
    private final Secrecy secrecy = new Secrecy();
    private final Extent extent;
    private final LaterCalls later;

    /** How much is written down. */
    public enum Extent {
        /** Every call, and what it changes. */
        EVERYTHING,
        /** Only how often keys are used. */
        KEY_COUNTS
    }

    /** @param kept how long calls are kept; empty for ever */
    public AuditTrail(Databases databases, Extent extent, Optional<Duration> kept, Clock clock) {
        this.extent = Objects.requireNonNull(extent, "extent");
        this.later = new LaterCalls(databases, new Retention(kept, clock));
    }

    /** Has a transaction note what is to be written down of it. */
    public void follow(Transaction transaction) {
        if (extent == Extent.EVERYTHING) {
            transaction.notes().want();
        }
    }

    /** Commits a call that is done, and writes it down. */
    public void commit(Place place, Transaction transaction, AuditedCall call) {
        if (extent == Extent.KEY_COUNTS || !transaction.hasWritten()) {
            transaction.commit();
            add(place, call);
            return;
        }
        transaction.commitAfter(CallTable.insert(call, recorded(transaction)));
        if (call.keyId().isPresent()) {
            later.add(new Line(place, call, Line.Form.COUNTS));
        }
    }

    private List<ValueChange> recorded(Transaction transaction) {
        return transaction.notes().changes().stream()
                .flatMap(change -> secrecy.of(change).stream())
                .toList();
    }

    /** Writes down a call that changed nothing, a moment later. */
    public void add(Place place, AuditedCall call) {
        if (extent == Extent.EVERYTHING) {
            later.add(new Line(place, call, Line.Form.WHOLE));
        } else if (call.keyId().isPresent()) {
            later.add(new Line(place, call, Line.Form.COUNTS));
        }
    }

    /** Waits until every call that has ended is written down: for whoever is about to read. */
    public void flush() {
        later.flush();
    }

    /** Writes what is left. */
    @Override
    public void close() {
        later.close();
    }
}
