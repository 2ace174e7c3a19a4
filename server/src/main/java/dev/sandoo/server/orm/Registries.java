package dev.sandoo.server.orm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;

/** The registry of each database, built anew when the counter that came with the caller has moved. Thread-safe. */
public final class Registries {
    private record Entry(long counter, Registry registry) {}

    private static final long MOST_DATABASES = 1_000;

    private final Registry base;
    private final Cache<Long, Entry> entries =
            Caffeine.newBuilder().maximumSize(MOST_DATABASES).recordStats().build();

    /** @param base the registry of a database without custom models and fields */
    public Registries(Registry base) {
        this.base = base;
    }

    /** The registry that holds for the call; runs SQL only when the one at hand is stale. */
    Registry of(Caller caller, Transaction transaction) {
        long counter = caller.counters().registry();
        long database = transaction.databaseId();
        Entry entry = entries.getIfPresent(database);
        if (entry == null || entry.counter() != counter) {
            entry = new Entry(counter, CustomSchema.extend(base, transaction));
            entries.put(database, entry);
        }
        return entry.registry();
    }

    /** What is remembered, for those who watch how well it serves. */
    public Cache<?, ?> cache() {
        return entries;
    }
}
