package dev.sandoo.server.db;

import dev.sandoo.server.error.DatabaseError;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clones of the template, and databases on their way out. On a server of our own one clone lies ready before it is
 * asked for, and a database that was given up is dropped when nobody waits for it: making or dropping its thousands
 * of files takes from thirty milliseconds to seconds, renaming it takes a few. On other servers nothing is left lying
 * about.
 */
final class Stock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stock.class);
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(5); // no clone is half made for so long
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration AFTER_START = Duration.ofSeconds(2); // first let the first calls be answered
    private static final Duration AFTER_USE = Duration.ofMillis(50);
    private static final int STRATEGIES_SINCE = 150_000;
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String ID = "SELECT oid FROM pg_database WHERE datname = ?";
    private static final String SPARES =
            "SELECT datname FROM pg_database WHERE starts_with(datname, ?) ORDER BY datname";
    private static final String OTHER_SPARES =
            "SELECT datname FROM pg_database WHERE starts_with(datname, ?) AND NOT starts_with(datname, ?)";

    private final Maintenance maintenance;
    private final TemplateDatabases templates;
    private final Clock clock;
    private final Marker marker;
    private final Optional<ScheduledExecutorService> background;

    /**
     * What clones are made from.
     *
     * @param id PostgreSQL's number for it
     */
    record Source(String database, long id, Kind kind) {
        enum Kind {
            TEMPLATE,
            SNAPSHOT
        }
    }

    /** Makes a clone a database of its own, which knows what it was cloned from. */
    @FunctionalInterface
    interface Marker {
        void mark(String clone, Source source, Optional<String> origin);
    }

    /** @param ours whether nobody else uses the server */
    Stock(Maintenance maintenance, TemplateDatabases templates, Clock clock, Marker marker, boolean ours) {
        this.maintenance = maintenance;
        this.templates = templates;
        this.clock = clock;
        this.marker = marker;
        this.background = ours ? Optional.of(executor()) : Optional.empty();
    }

    /** Clears away what earlier processes left behind, and sees to it that a clone will lie ready. */
    void prepare() {
        templates.ready();
        long limit = clock.instant().minus(ABANDONED_AFTER).getEpochSecond();
        maintenance
                .strings("SELECT datname FROM pg_database WHERE " + DatabaseNames.abandoned(limit))
                .forEach(name -> maintenance.attempt(Maintenance.dropping(name)));
        maintenance
                .strings(OTHER_SPARES, DatabaseNames.sparePrefix(templates.version()), sparePrefix())
                .forEach(name -> maintenance.attempt(Maintenance.dropping(name)));
        later(AFTER_START, this::restock);
    }

    /** The version's template. */
    Source template() {
        String name = templates.ready();
        return new Source(name, Long.parseLong(maintenance.string(ID, name).orElseThrow()), Source.Kind.TEMPLATE);
    }

    /** The name of a fresh clone that is the caller's alone. */
    String take() {
        return take(template(), Optional.empty());
    }

    /**
     * The same of any source.
     *
     * @param origin the snapshot that the clone's database counts as made from
     */
    String take(Source source, Optional<String> origin) {
        String name = unfinished();
        boolean standard = source.kind() == Source.Kind.TEMPLATE && origin.isEmpty();
        if (!standard || background.isEmpty() || !takeSpare(name)) {
            cloneTo(name, source, origin);
        }
        if (standard) {
            later(AFTER_USE, this::restock);
        }
        return name;
    }

    /** The name of a database without any tables that is the caller's alone. */
    String takeEmpty() {
        String name = unfinished();
        templates.createEmpty(name);
        return name;
    }

    /** The name of a copy of a database that nobody uses. */
    String copy(String source) {
        String name = unfinished();
        maintenance.clone(name, source, strategy());
        return name;
    }

    /** Takes a database out of sight at once. Its name is free afterwards. */
    void discard(String name) {
        if (background.isEmpty()) {
            maintenance.drop(name);
            return;
        }
        String unfinished = unfinished();
        try {
            maintenance.expelUsers(name);
            maintenance.rename(name, unfinished, Optional.empty());
            later(Duration.ZERO, () -> maintenance.drop(unfinished));
        } catch (DatabaseError e) {
            requireState(e, NO_SUCH_DATABASE); // another thread was faster
        }
    }

    /** Has a clone take a database's name, and discards what had it. Whoever uses that is put out. */
    void replace(String name, String clone, String comment) {
        String aside = unfinished();
        try {
            maintenance.replace(name, aside, clone, comment);
        } catch (DatabaseError | StorageException e) {
            maintenance.attempt(Maintenance.dropping(clone));
            throw e;
        }
        if (background.isEmpty()) {
            maintenance.drop(aside);
        } else {
            later(Duration.ZERO, () -> maintenance.drop(aside));
        }
    }

    /** Does something with a source that it lets one connect to for so long. */
    <T> T opened(Source source, Supplier<T> work) {
        return source.kind() == Source.Kind.TEMPLATE ? maintenance.opened(source.database(), work) : work.get();
    }

    /** Waits a little for work that is under way; what has not begun is left to the next start. */
    @Override
    public void close() {
        background.ifPresent(executor -> {
            executor.shutdown();
            try {
                executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private boolean takeSpare(String name) {
        for (String spare : maintenance.strings(SPARES, sparePrefix())) {
            try {
                maintenance.rename(spare, name, Optional.empty());
                return true;
            } catch (DatabaseError e) {
                requireState(e, NO_SUCH_DATABASE); // another thread was faster
            }
        }
        return false;
    }

    private void cloneTo(String name, Source source, Optional<String> origin) {
        Source used = source;
        try {
            maintenance.clone(name, source.database(), strategy());
        } catch (DatabaseError e) {
            requireState(e, NO_SUCH_DATABASE); // another process dropped it as unused
            used = template();
            maintenance.clone(name, used.database(), strategy());
        }
        marker.mark(name, used, origin);
    }

    /**
     * Copying files takes a quarter of the processor time of the default, which logs each page; older servers know no
     * other.
     */
    private String strategy() {
        return maintenance.version() >= STRATEGIES_SINCE ? " STRATEGY FILE_COPY" : "";
    }

    private void restock() {
        List<String> spares = maintenance.strings(SPARES, sparePrefix());
        if (spares.isEmpty()) {
            String name = unfinished(); // until it is marked
            cloneTo(name, template(), Optional.empty());
            maintenance.rename(name, sparePrefix() + suffix(), Optional.empty());
        }
    }

    private void later(Duration delay, Runnable work) {
        background.ifPresent(
                executor -> executor.schedule(() -> attempt(executor, work), delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void attempt(ScheduledExecutorService executor, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!executor.isShutdown()) {
                LOG.warn("A database could not be kept ready or dropped: {}", e.getMessage());
            }
        }
    }

    private String sparePrefix() {
        return DatabaseNames.sparePrefix(templates.version()) + templates.shortHash() + "_";
    }

    private String unfinished() {
        return DatabaseNames.unfinished(clock.instant().getEpochSecond(), suffix());
    }

    /** Makes a name one of its own. */
    String suffix() {
        return UUID.randomUUID().toString().substring(0, 13).replace("-", "");
    }

    private static void requireState(DatabaseError error, String state) {
        if (!error.sqlState().equals(state)) {
            throw error;
        }
    }

    private static ScheduledExecutorService executor() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "sandoo-stock");
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return executor;
    }
}
