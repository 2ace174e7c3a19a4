package dev.sandoo.server.access.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sandoo.server.access.Counters;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policies of each database, read when a key first comes with one and anew when the counter of accounts has moved: triggers
 * move it with every policy, key and role. Thread-safe.
 */
public final class PolicyCatalog {
    private static final long MOST_DATABASES = 1_000;
    private static final String POLICY = "SELECT document, active FROM sandoo_key_policy WHERE name = ?";

    private final Cache<Long, Entry> entries =
            Caffeine.newBuilder().maximumSize(MOST_DATABASES).build();

    private record Entry(long counter, Map<String, StoredPolicy> policies) {}

    /** The policy of this name, which keys go by; runs SQL only when it is not at hand. */
    public StoredPolicy policy(String name, Counters counters, Transaction transaction) {
        long database = transaction.databaseId();
        Entry entry = entries.getIfPresent(database);
        if (entry == null || entry.counter() != counters.accounts()) {
            entry = new Entry(counters.accounts(), new ConcurrentHashMap<>());
            entries.put(database, entry);
        }
        StoredPolicy known = entry.policies().get(name);
        if (known == null) {
            known = read(name, transaction);
            entry.policies().put(name, known); // names come from keys that exist, never from clients
        }
        return known;
    }

    private static StoredPolicy read(String name, Transaction transaction) {
        return transaction
                .queryFirst(SqlFragment.of(POLICY, name), row -> stored(row.text(1), row.bool(2)))
                .orElseGet(() -> new StoredPolicy(Optional.empty(), "there is no such policy any longer"));
    }

    private static StoredPolicy stored(String document, boolean active) {
        if (!active) {
            return new StoredPolicy(Optional.empty(), "the policy is archived");
        }
        try {
            return new StoredPolicy(Optional.of(PolicyParser.parseStored(document)), "");
        } catch (BadDocumentException e) {
            String first = e.problems().get(0).toString();
            return new StoredPolicy(Optional.empty(), "the policy's document cannot be read: " + first);
        }
    }

    /**
     * What is stored under a name.
     *
     * @param policy empty when there is none that can be asked, so that keys which name it are refused
     * @param reason why there is none
     */
    public record StoredPolicy(Optional<Policy> policy, String reason) {}
}
