package dev.sandoo.server.db;

import dev.sandoo.server.error.DatabaseError;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;

/**
 * The Odoo databases of one version on a PostgreSQL server. Each carries a comment that marks it as ours and names its
 * version and schema, so that databases of other programs and versions are neither shown nor touched.
 */
public final class PostgresDatabases implements Databases {
    private static final String MARK = "Sandoo database, Odoo ";
    private static final String LIST = """
            SELECT datname
              FROM pg_database
             WHERE starts_with(shobj_description(oid, 'pg_database'), ?)
             ORDER BY datname
            """;
    private static final String COMMENT = """
            SELECT shobj_description(oid, 'pg_database')
              FROM pg_database
             WHERE datname = ? AND starts_with(shobj_description(oid, 'pg_database'), ?)
            """;

    private final ServerAddress server;
    private final PoolSettings settings;
    private final Template template;
    private final ScheduledThreadPoolExecutor scheduler;
    private final Maintenance maintenance;
    private final Stock stock;
    private final Summaries summaries = new Summaries();
    private final Map<String, PooledDatabase> open = new ConcurrentHashMap<>();

    /** Connects to nothing yet. The server must outlive this. */
    public PostgresDatabases(PostgresServer server, Template template, PoolSettings settings, Clock clock) {
        this.server = server.address();
        this.settings = settings;
        this.template = template;
        this.scheduler = scheduler();
        this.maintenance = new Maintenance(this.server, settings, scheduler);
        TemplateDatabases templates = new TemplateDatabases(maintenance, template, this::pooled, clock);
        this.stock = new Stock(maintenance, templates, clock, server.isOurs());
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
        Optional<String> comment = comment(name);
        if (comment.isEmpty()) {
            forget(name);
            return Optional.empty();
        }
        if (!comment.get().equals(ownComment())) {
            throw new StorageException("The database " + name
                    + " was made by another build of Sandoo, whose tables differ;" + " drop it or name another one");
        }
        return Optional.of(open.compute(name, (key, old) -> old == null || old.isGone() ? pooled(key) : old));
    }

    @Override
    public void prepare() {
        stock.prepare();
    }

    @Override
    public void create(String name) {
        DatabaseNames.check(name);
        String fresh = stock.take();
        try {
            maintenance.rename(fresh, name, Optional.of(ownComment()));
        } catch (DatabaseError e) {
            stock.discard(fresh);
            throw e;
        }
    }

    @Override
    public void create(String name, Consumer<Database> filling) {
        DatabaseNames.check(name);
        maintenance.requireFree(name);
        String fresh = stock.takeEmpty();
        try {
            try (Database empty = pooled(fresh)) {
                filling.accept(empty);
            }
            maintenance.rename(fresh, name, Optional.of(ownComment()));
        } catch (RuntimeException e) {
            stock.discard(fresh);
            throw e;
        }
    }

    @Override
    public void duplicate(String source, String name) {
        DatabaseNames.check(name);
        maintenance.requireFree(name);
        requireOurs(source, "template database");
        forget(source);
        String fresh = maintenance.withoutUsers(source, () -> stock.copy(source));
        try {
            maintenance.rename(fresh, name, Optional.of(ownComment()));
        } catch (DatabaseError e) {
            stock.discard(fresh);
            throw e;
        }
    }

    @Override
    public void rename(String name, String newName) {
        requireOurs(name, "database");
        DatabaseNames.check(newName);
        maintenance.requireFree(newName);
        forget(name);
        maintenance.rename(name, newName);
    }

    @Override
    public Optional<String> setting(String key) {
        return maintenance.setting(key);
    }

    @Override
    public void set(String key, String value) {
        maintenance.set(key, value);
    }

    @Override
    public void drop(String name) {
        if (comment(name).isPresent()) {
            forget(name);
            stock.discard(name);
        }
    }

    @Override
    public void close() {
        stock.close();
        open.values().forEach(PooledDatabase::close);
        open.clear();
        maintenance.close();
        scheduler.shutdownNow();
    }

    /** What marks a database as one of this version; empty when there is none of that name. */
    private Optional<String> comment(String name) {
        return maintenance.string(COMMENT, name, mark());
    }

    private void requireOurs(String name, String what) {
        if (comment(name).isEmpty()) {
            throw Maintenance.noSuchDatabase(what, name);
        }
    }

    private String ownComment() {
        return mark() + template.hash();
    }

    private void forget(String name) {
        PooledDatabase known = open.remove(name);
        if (known != null) {
            known.close();
        }
    }

    private PooledDatabase pooled(String name) {
        return new PooledDatabase(server, name, settings, scheduler, summaries);
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
