package dev.sandoo.server.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts databases back to what they were cloned from: by undoing what was written since where that is possible, else by having
 * a new clone take the name. Thread-safe.
 */
final class Resets implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resets.class);
    private static final int MOST_SOURCES = 20;
    private static final String UNDEFINED_TABLE = "42P01";

    /** Whoever else is writing would not see that rows go and come behind his back. */
    private static final String EXPEL_OTHERS = """
            SELECT pg_terminate_backend(pid, 5000)
              FROM pg_stat_activity
             WHERE datname = current_database()
               AND pid <> pg_backend_pid()
               AND backend_type = 'client backend'
               AND state <> 'idle'
            """;

    private final Maintenance maintenance;
    private final Stock stock;
    private final SnapshotDatabases snapshots;
    private final Template template;
    private final Function<String, PooledDatabase> opener;
    private final Map<String, PooledDatabase> connections = new ConcurrentHashMap<>();

    /** Whoever sets session_replication_role loses all plans, and the large statement's is what makes resets fast. */
    private final Map<String, PooledDatabase> writers = new ConcurrentHashMap<>();

    private final Cache<Long, SourceFacts> facts =
            Caffeine.newBuilder().maximumSize(MOST_SOURCES).build();
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Optional<Boolean> mayRewind = Optional.empty();

    /**
     * What resets work with.
     *
     * @param opener opens a database with a single connection
     */
    Resets(
            Maintenance maintenance,
            Stock stock,
            SnapshotDatabases snapshots,
            Template template,
            Function<String, PooledDatabase> opener) {
        this.maintenance = maintenance;
        this.stock = stock;
        this.snapshots = snapshots;
        this.template = template;
        this.opener = opener;
    }

    /**
     * Puts a database back.
     *
     * @param comment marks it as ours
     * @param snapshot to which one; empty for what the database was made from
     */
    void reset(PooledDatabase database, String comment, Optional<String> snapshot) {
        database.alone(() -> {
            Optional<Baseline> baseline = baseline(database.name());
            Optional<String> origin = baseline.flatMap(Baseline::origin);
            Stock.Source source = snapshot.or(() -> origin).map(this::source).orElseGet(stock::template);
            if (baseline.filter(at -> at.source() == source.id()).isEmpty() || !rewound(database.name(), source)) {
                replace(database, comment, source, origin);
            }
            return null;
        });
    }

    /** The snapshot of this name as a source of clones. */
    Stock.Source source(String snapshot) {
        SnapshotDatabases.Stored stored =
                snapshots.stored(snapshot).orElseThrow(() -> Maintenance.noSuchDatabase("snapshot", snapshot));
        if (!stored.isUsable()) {
            throw new StorageException("The snapshot " + snapshot
                    + " was taken by another build of Sandoo, whose tables differ; take it anew");
        }
        return new Stock.Source(stored.database(), stored.id(), Stock.Source.Kind.SNAPSHOT);
    }

    /** Lets go of a database's connections, since it is to be dropped or renamed. */
    void forget(String name) {
        Stream.of(connections, writers)
                .map(all -> all.remove(name))
                .filter(Objects::nonNull)
                .forEach(PooledDatabase::close);
    }

    @Override
    public void close() {
        connections.keySet().forEach(this::forget);
        writers.keySet().forEach(this::forget);
    }

    /** Apart from the calls' connections: this one keeps a large statement prepared. */
    private PooledDatabase connection(String name) {
        return connections.computeIfAbsent(name, opener);
    }

    private Optional<Baseline> baseline(String name) {
        try (Transaction transaction = connection(name).begin()) {
            return Baseline.read(transaction);
        } catch (DatabaseError e) {
            if (e.sqlState().equals(UNDEFINED_TABLE)) {
                return Optional.empty(); // filled from elsewhere
            }
            throw e;
        }
    }

    private boolean rewound(String name, Stock.Source source) {
        if (!mayRewind()) {
            return false;
        }
        try {
            SourceFacts known = facts.get(source.id(), id -> reading(source, SourceFacts::read));
            expelOthers(name);
            Map<String, TableCounts.Count> changes = changes(name, known);
            if (!Rewind.canUndo(changes, known)) {
                return false;
            }
            try (Transaction transaction = writers.computeIfAbsent(name, opener).begin()) {
                new Rewind(transaction, known, table -> reading(source, there -> SourceTable.read(there, table)))
                        .run(changes, template::distinguish);
                return true;
            }
        } catch (DatabaseError e) {
            LOG.warn("{} is cloned anew, since undoing failed: {}", name, e.getMessage());
            return false;
        }
    }

    private Map<String, TableCounts.Count> changes(String name, SourceFacts known) {
        try (Transaction transaction = connection(name).begin()) {
            return known.changes(
                    transaction, Baseline.read(transaction).orElseThrow().age());
        }
    }

    private boolean mayRewind() {
        if (mayRewind.isEmpty()) {
            mayRewind = Optional.of(Rewind.isAllowed(maintenance));
        }
        return mayRewind.get();
    }

    private void expelOthers(String name) {
        try (Transaction transaction = connection(name).begin()) {
            transaction.query(SqlFragment.of(EXPEL_OTHERS), row -> row.bool(1));
            transaction.commit();
        }
    }

    /** Nobody may be connected to what is cloned, so that this is short, and one at a time. */
    private <T> T reading(Stock.Source source, Function<Transaction, T> reader) {
        reading.lock();
        try {
            return stock.opened(source, () -> {
                try (PooledDatabase database = opener.apply(source.database());
                        Transaction transaction = database.begin()) {
                    return reader.apply(transaction);
                }
            });
        } finally {
            reading.unlock();
        }
    }

    private void replace(PooledDatabase database, String comment, Stock.Source source, Optional<String> origin) {
        String fresh = stock.take(source, origin);
        database.disconnect();
        forget(database.name());
        stock.replace(database.name(), fresh, comment);
    }
}
