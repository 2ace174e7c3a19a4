package dev.sandoo.server.orm;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.db.Transaction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The registry of each database, built anew when the counter that came with the caller has moved. Thread-safe. */
public final class Registries {
    private record Entry(long counter, Registry registry) {}

    private final Registry base;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** @param base the registry of a database without custom models and fields */
    public Registries(Registry base) {
        this.base = base;
    }

    /** The registry that holds for the call; runs SQL only when the one at hand is stale. */
    Registry of(Caller caller, Transaction transaction) {
        long counter = caller.counters().registry();
        Entry entry = entries.get(caller.database());
        if (entry == null || entry.counter() != counter) {
            entry = new Entry(counter, CustomSchema.extend(base, transaction));
            entries.put(caller.database(), entry);
        }
        return entry.registry();
    }

    /** Forgets a database that is gone: one of the same name may follow whose counters start over. */
    public void forget(String database) {
        entries.remove(database);
    }
}
