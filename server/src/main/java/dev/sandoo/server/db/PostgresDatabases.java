package dev.sandoo.server.db;

import dev.sandoo.server.error.DatabaseError;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * The Odoo databases of one version on a PostgreSQL server. Each carries a comment that marks it as ours and names its
 * version and schema, so that databases of other programs and versions are neither shown nor touched.
 */
public final class PostgresDatabases implements Databases {
    private static final String MARK = "Sandoo database, Odoo ";
    private static final Duration ABANDONED_AFTER = Duration.ofMinutes(10);
    private static final String LIST = """
            SELECT datname
              FROM pg_database
             WHERE starts_with(shobj_description(oid, 'pg_database'), ?)
             ORDER BY datname
            """;
    private static final String IS_OURS = """
            SELECT datname
              FROM pg_database
             WHERE datname = ? AND starts_with(shobj_description(oid, 'pg_database'), ?)
            """;
    private static final int STRATEGIES_SINCE = 150_000;
    private static final String NO_SUCH_DATABASE = "3D000";

    private final ServerAddress server;
    private final PoolSettings settings;
    private final Template template;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor scheduler;
    private final Maintenance maintenance;
    private final TemplateDatabases templates;
    private final Map<String, PooledDatabase> open = new ConcurrentHashMap<>();

    /** Connects to nothing yet. The server must outlive this. */
    public PostgresDatabases(PostgresServer server, Template template, PoolSettings settings, Clock clock) {
        this.server = server.address();
        this.settings = settings;
        this.template = template;
        this.clock = clock;
        this.scheduler = scheduler();
        this.maintenance = new Maintenance(this.server, settings, scheduler);
        this.templates = new TemplateDatabases(maintenance, template, this::pooled, clock);
    }

    @Override
    public List<String> list() {
        return maintenance.strings(LIST, mark());
    }

    @Override
    public Optional<Database> open(String name) {
        PooledDatabase known = open.get(name);
        if (known != null && !known.isGone()) {
            return Optional.of(known);
        }
        if (!isOurs(name)) {
            forget(name);
            return Optional.empty();
        }
        return Optional.of(open.compute(name, (key, old) -> old == null || old.isGone() ? pooled(key) : old));
    }

    @Override
    public void prepare() {
        templates.ready();
        dropAbandoned();
    }

    @Override
    public void create(String name) {
        DatabaseNames.check(name);
        String unfinished = cloneOf(templates.ready());
        try {
            // Together, so that the name never stands for a database that is not marked as ours.
            maintenance.execute("COMMENT ON DATABASE " + DatabaseNames.quote(unfinished) + " IS '" + mark()
                    + template.hash() + "'; ALTER DATABASE " + DatabaseNames.quote(unfinished) + " RENAME TO "
                    + DatabaseNames.quote(name));
        } catch (DatabaseError e) {
            dropNow(unfinished);
            throw e;
        }
    }

    @Override
    public void drop(String name) {
        if (isOurs(name)) {
            forget(name);
            dropNow(name);
        }
    }

    @Override
    public void close() {
        open.values().forEach(PooledDatabase::close);
        open.clear();
        maintenance.close();
        scheduler.shutdownNow();
    }

    private String cloneOf(String source) {
        try {
            return cloneNow(source);
        } catch (DatabaseError e) {
            if (!e.sqlState().equals(NO_SUCH_DATABASE)) {
                throw e;
            }
            return cloneNow(templates.ready()); // another process dropped it as unused
        }
    }

    private String cloneNow(String source) {
        String suffix = UUID.randomUUID().toString().replace("-", "");
        String name = DatabaseNames.unfinished(clock.instant().getEpochSecond(), suffix);
        maintenance.execute("CREATE DATABASE " + DatabaseNames.quote(name) + " TEMPLATE " + DatabaseNames.quote(source)
                + strategy());
        return name;
    }

    /** Copying the files costs a quarter of the processor time that logging each page does, which is the default. */
    private String strategy() {
        return maintenance.version() >= STRATEGIES_SINCE ? " STRATEGY FILE_COPY" : "";
    }

    private void dropAbandoned() {
        long limit = clock.instant().minus(ABANDONED_AFTER).getEpochSecond();
        maintenance
                .strings("SELECT datname FROM pg_database WHERE " + DatabaseNames.abandoned(limit))
                .forEach(this::dropNow);
    }

    private boolean isOurs(String name) {
        return maintenance.string(IS_OURS, name, mark()).isPresent();
    }

    private void dropNow(String name) {
        maintenance.execute("DROP DATABASE IF EXISTS " + DatabaseNames.quote(name) + " WITH (FORCE)");
    }

    private void forget(String name) {
        PooledDatabase known = open.remove(name);
        if (known != null) {
            known.close();
        }
    }

    private PooledDatabase pooled(String name) {
        return new PooledDatabase(server, name, settings, scheduler);
    }

    private String mark() {
        return MARK + template.version() + ", schema ";
    }

    private static ScheduledThreadPoolExecutor scheduler() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "sandoo-pools");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }
}
