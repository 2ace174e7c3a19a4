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
    private static final String SPARES =
            "SELECT datname FROM pg_database WHERE starts_with(datname, ?) ORDER BY datname";
    private static final String OTHER_SPARES =
            "SELECT datname FROM pg_database WHERE starts_with(datname, ?) AND NOT starts_with(datname, ?)";

    private final Maintenance maintenance;
    private final TemplateDatabases templates;
    private final Clock clock;
    private final Optional<ScheduledExecutorService> background;

    /** @param ours whether nobody else uses the server */
    Stock(Maintenance maintenance, TemplateDatabases templates, Clock clock, boolean ours) {
        this.maintenance = maintenance;
        this.templates = templates;
        this.clock = clock;
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

    /** The name of a fresh clone that is the caller's alone. */
    String take() {
        String template = templates.ready();
        String name = unfinished();
        if (background.isEmpty() || !takeSpare(name)) {
            cloneTo(name, template);
        }
        later(AFTER_USE, this::restock);
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

    private void cloneTo(String name, String template) {
        try {
            maintenance.clone(name, template, strategy());
        } catch (DatabaseError e) {
            requireState(e, NO_SUCH_DATABASE); // another process dropped it as unused
            maintenance.clone(name, templates.ready(), strategy());
        }
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
            cloneTo(sparePrefix() + suffix(), templates.ready());
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

    private static String suffix() {
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
