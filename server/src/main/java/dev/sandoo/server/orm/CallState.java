package dev.sandoo.server.orm;

import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all environments of one call share: the transaction, the cache and what is still to be recomputed. Used by one thread. */
final class CallState {
    private final Registry registry;
    private final Transaction transaction;
    private final Cache cache = new Cache();
    private final Recomputer recomputer = new Recomputer();
    private final Map<String, Runnable> last = new LinkedHashMap<>();
    private final Set<String> moved = new HashSet<>();
    private final WireIds wireIds = new WireIds();
    private Set<String> languages;

    CallState(Registry registry, Transaction transaction) {
        this.registry = registry;
        this.transaction = transaction;
    }

    /** The same call over other models, with nothing cached yet. */
    CallState over(Registry other) {
        return new CallState(other, transaction);
    }

    Registry registry() {
        return registry;
    }

    Transaction transaction() {
        return transaction;
    }

    Cache cache() {
        return cache;
    }

    /** How the client wrote the ids that it calls on. */
    WireIds wireIds() {
        return wireIds;
    }

    Recomputer recomputer() {
        return recomputer;
    }

    /** Whether a language is active. */
    boolean hasLanguage(String code) {
        if (registry.isLanguage(code)) {
            return true;
        }
        if (languages == null) { // one that this call has activated itself
            languages = Set.copyOf(
                    transaction.query(SqlFragment.of("SELECT code FROM res_lang WHERE active"), row -> row.text(1)));
        }
        return languages.contains(code);
    }

    /** Has something done once, after the method that was called; answers what is put off under this name already. */
    Optional<Runnable> whenDone(String what, Runnable work) {
        return Optional.ofNullable(last.putIfAbsent(what, work));
    }

    /** Does what was put off. */
    void finish() {
        while (!last.isEmpty()) {
            last.remove(last.keySet().iterator().next()).run();
        }
    }

    /** Moves a counter that other nodes watch, once in a call. */
    void move(String counter) {
        if (moved.add(counter)) {
            transaction.update(SqlFragment.of("UPDATE sandoo_counter SET value = value + 1 WHERE name = ?", counter));
        }
    }

    /** The call's moment, in UTC: what log fields and defaults take for now. */
    LocalDateTime now() {
        return transaction.now();
    }
}
