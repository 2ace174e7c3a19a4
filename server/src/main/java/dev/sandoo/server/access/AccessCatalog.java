package dev.sandoo.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Transaction;

/**
 * The rights of each database, read anew when the counter that came with the caller differs from the one they were read
 * under. Thread-safe; two calls that find them stale at once both read them, which does no harm.
 */
public final class AccessCatalog {
    private record Entry(long counter, AccessTables tables) {}

    private static final long MOST_DATABASES = 1_000;

    private final AccessLoader loader;
    private final Cache<Long, Entry> entries =
            Caffeine.newBuilder().maximumSize(MOST_DATABASES).recordStats().build();

    public AccessCatalog(OdooVersion version) {
        this.loader = new AccessLoader(version);
    }

    /** The rights of the transaction's database under these counters; runs SQL only when they are not at hand. */
    public AccessTables tables(Counters counters, Transaction transaction) {
        long database = transaction.databaseId();
        Entry entry = entries.getIfPresent(database);
        if (entry == null || entry.counter != counters.access()) {
            entry = new Entry(counters.access(), loader.load(transaction));
            entries.put(database, entry);
        }
        return entry.tables;
    }

    /** What is remembered, for those who watch how well it serves. */
    public Cache<?, ?> cache() {
        return entries;
    }
}
