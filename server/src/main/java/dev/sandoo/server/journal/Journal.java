package dev.sandoo.server.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.sandoo.server.error.OdooError;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The latest calls of every database, in this process's memory: several processes on one PostgreSQL keep a journal each.
 * Thread-safe.
 */
public final class Journal {
    /** Nobody waits longer than this for a call. */
    public static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Clients may name databases that are not there. */
    private static final int MAX_DATABASES = 1_000;

    private final JournalBounds bounds;
    private final AtomicLong totalBytes = new AtomicLong();
    private final Cache<String, Calls> databases = Caffeine.newBuilder()
            .maximumSize(MAX_DATABASES)
            .executor(Runnable::run)
            .removalListener((String name, Calls calls, RemovalCause cause) -> calls.clear())
            .build();

    public Journal(JournalBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * What was found.
     *
     * @param entries those that match, the oldest first
     * @param dropped how many calls of whatever kind had to make room since the journal was cleared: then those found may not
     *     be all there were
     * @param last the number of the database's latest call, 0 when it has seen none
     */
    public record Found(List<JournalEntry> entries, long dropped, long last) {
        public Found {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Takes a call into keeping.
     *
     * @return it as it is kept
     */
    public JournalEntry add(CallSight call) {
        Capture capture = Capture.bounded(call.model(), call.method(), bounds.entryBytes());
        List<Object> args = capture.arguments(call.method(), call.args());
        Map<String, Object> kwargs = capture.named(call.kwargs());
        Optional<Object> answer = call.answer().map(capture::value);
        Optional<JournalEntry.Failure> failure = call.error().map(Journal::failure);
        JournalEntry entry = calls(call.database())
                .add(
                        number -> new JournalEntry(
                                number,
                                call.at(),
                                call.took(),
                                call.origin(),
                                call.who(),
                                call.model(),
                                call.method(),
                                args,
                                kwargs,
                                call.stub(),
                                answer,
                                failure,
                                capture.isCut()),
                        capture.bytes());
        if (totalBytes.get() > bounds.totalBytes()) {
            databases.asMap().values().stream()
                    .max(Comparator.comparingLong(Calls::bytes))
                    .ifPresent(Calls::yieldHalf);
        }
        return entry;
    }

    static JournalEntry.Failure failure(RuntimeException error) {
        return error instanceof OdooError known
                ? new JournalEntry.Failure(
                        known.kind().name().toLowerCase(Locale.ROOT), name(known), known.getMessage())
                : new JournalEntry.Failure("internal", "builtins.RuntimeError", "internal error, see Sandoo's log");
    }

    /** A proxy cannot see the class of every error; it is left open then. */
    private static String name(OdooError error) {
        return error.pythonName().equals("builtins.") ? "" : error.pythonName();
    }

    /** The calls of a database that match. */
    public Found find(String database, CallFilter filter) {
        Calls calls = calls(database);
        return found(calls, calls.snapshot(), filter);
    }

    /**
     * The same, as soon as at least {@code count} calls match, or when the time is over.
     *
     * @param timeout at most {@link #LONGEST_WAIT}
     */
    public Found await(String database, CallFilter filter, int count, Duration timeout) {
        Calls calls = calls(database);
        Duration bounded = timeout.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : timeout;
        return found(calls, calls.await(filter, count, bounded), filter);
    }

    private static Found found(Calls calls, Calls.Snapshot snapshot, CallFilter filter) {
        List<JournalEntry> matching =
                snapshot.entries().stream().filter(filter::matches).toList();
        return new Found(matching, snapshot.dropped(), calls.last());
    }

    /** Whether the calls of a database are as they should be. */
    public Verdict verify(String database, Verification verification) {
        return verification.judge(find(database, CallFilter.ANY));
    }

    /** Forgets a database's calls. */
    public void clear(String database) {
        calls(database).clear();
    }

    /** Forgets a database that is no more. */
    public void forget(String database) {
        databases.invalidate(database);
    }

    private Calls calls(String database) {
        return databases.get(database, name -> new Calls(bounds.entries(), totalBytes));
    }
}
