package dev.sandoo.server.db;

import dev.sandoo.server.error.DatabaseError;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The Odoo databases of one version on a PostgreSQL server. Each carries a comment that marks it as ours and names its
 * version and schema, so that databases of other programs and versions are neither shown nor touched.
 */
public final class PostgresDatabases implements Databases {
    private static final int NODE_LENGTH = 8;
    private static final String ID = "SELECT oid FROM pg_database WHERE datname = ?";
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
    private final SnapshotDatabases snapshots;
    private final Resets resets;
    private final PooledDatabase.Shared shared;
    private final Map<String, PooledDatabase> open = new ConcurrentHashMap<>();
    private final List<Runnable> leaving = new CopyOnWriteArrayList<>();

    /** Connects to nothing yet. The server must outlive this. */
    public PostgresDatabases(PostgresServer server, Template template, PoolSettings settings, Clock clock) {
        this.server = server.address();
        this.settings = settings;
        this.template = template;
        this.scheduler = scheduler();
        String node = UUID.randomUUID().toString().substring(0, NODE_LENGTH);
        this.shared = new PooledDatabase.Shared(scheduler, new Summaries(), node);
        this.maintenance = new Maintenance(this.server, settings, scheduler);
        TemplateDatabases templates = new TemplateDatabases(maintenance, template, this::pooled, clock);
        this.stock = new Stock(maintenance, templates, clock, this::mark, server.isOurs());
        this.snapshots = new SnapshotDatabases(maintenance, stock, template, this::pooled, this::copyOf, clock);
        this.resets = new Resets(maintenance, stock, snapshots, template, this::single);
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
    public void beforeLeaving(Runnable work) {
        leaving.add(work);
    }

    @Override
    public OptionalLong id(String name) {
        return maintenance
                .string(ID, name)
                .map(id -> OptionalLong.of(Long.parseLong(id)))
                .orElse(OptionalLong.empty());
    }

    @Override
    public void prepare() {
        stock.prepare();
    }

    @Override
    public void create(String name) {
        DatabaseNames.check(name);
        named(name, stock.take());
    }

    @Override
    public void create(String name, String snapshot) {
        DatabaseNames.check(name);
        maintenance.requireFree(name);
        named(name, stock.take(resets.source(snapshot), Optional.of(snapshot)));
    }

    @Override
    public void reset(String name, Optional<String> snapshot) {
        leaving.forEach(Runnable::run);
        if (open(name).isEmpty()) {
            throw Maintenance.noSuchDatabase("database", name);
        }
        resets.reset(open.get(name), ownComment(), snapshot);
    }

    @Override
    public void keep(String name, String snapshot) {
        leaving.forEach(Runnable::run);
        snapshots.delete(snapshot);
        snapshots.take(name, snapshot);
        mark(name, resets.source(snapshot), Optional.of(snapshot));
    }

    @Override
    public List<PoolUse> pools() {
        return open.values().stream().map(PooledDatabase::use).toList();
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
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
        leaving.forEach(Runnable::run);
        DatabaseNames.check(name);
        maintenance.requireFree(name);
        named(name, copyOf(source));
    }

    @Override
    public void rename(String name, String newName) {
        leaving.forEach(Runnable::run);
        requireOurs(name, "database");
        DatabaseNames.check(newName);
        maintenance.requireFree(newName);
        forget(name);
        maintenance.rename(name, newName);
        snapshots.renamed(name, newName);
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
        leaving.forEach(Runnable::run);
        if (comment(name).isPresent()) {
            forget(name);
            stock.discard(name);
            snapshots.list().stream()
                    .filter(snapshot -> snapshot.database().equals(name))
                    .forEach(snapshot -> snapshots.delete(snapshot.name()));
        }
    }

    @Override
    public void close() {
        stock.close();
        resets.close();
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

    /** Gives a finished clone the name it was made for. */
    private void named(String name, String fresh) {
        try {
            maintenance.rename(fresh, name, Optional.of(ownComment()));
        } catch (DatabaseError e) {
            stock.discard(fresh);
            throw e;
        }
    }

    /** A copy of a database in use, made once its calls have ended. */
    private String copyOf(String source) {
        requireOurs(source, "template database");
        PooledDatabase known = open.get(source);
        Supplier<String> copying = () -> maintenance.withoutUsers(source, () -> stock.copy(source));
        if (known == null) {
            return copying.get();
        }
        return known.alone(() -> {
            known.disconnect();
            resets.forget(source);
            return copying.get();
        });
    }

    private void mark(String clone, Stock.Source source, Optional<String> origin) {
        try (Database database = single(clone);
                Transaction transaction = database.begin()) {
            template.distinguish(transaction);
            Baseline.write(transaction, source.id(), origin);
            transaction.commit();
        }
    }

    /** Closes a database's connections, once its calls have ended. */
    private void forget(String name) {
        PooledDatabase known = open.remove(name);
        if (known != null) {
            known.alone(() -> {
                known.close();
                return null;
            });
        }
        resets.forget(name);
    }

    private PooledDatabase pooled(String name) {
        return new PooledDatabase(server, name, settings, shared);
    }

    private PooledDatabase single(String name) {
        return new PooledDatabase(server, name, settings.withMaxConnections(1), shared);
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
