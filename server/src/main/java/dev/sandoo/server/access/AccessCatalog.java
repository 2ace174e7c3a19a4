package dev.sandoo.server.access;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Transaction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rights of each database, read anew when the counter that came with the caller differs from the one they were read
 * under. Thread-safe; two calls that find them stale at once both read them, which does no harm.
 */
public final class AccessCatalog {
    private record Entry(long counter, AccessTables tables) {}

    private final AccessLoader loader;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    public AccessCatalog(OdooVersion version) {
        this.loader = new AccessLoader(version);
    }

    /** The rights of a database under these counters; runs SQL only when they are not at hand. */
    public AccessTables tables(String database, Counters counters, Transaction transaction) {
        Entry entry = entries.get(database);
        if (entry == null || entry.counter != counters.access()) {
            entry = new Entry(counters.access(), loader.load(transaction));
            entries.put(database, entry);
        }
        return entry.tables;
    }

    /** Forgets a database that is gone: one of the same name may follow whose counters start over. */
    public void forget(String database) {
        entries.remove(database);
    }
}
