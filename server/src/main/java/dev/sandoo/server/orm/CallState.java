package dev.sandoo.server.orm;

import dev.sandoo.server.db.Transaction;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** What all environments of one call share: the transaction, the cache and what is still to be recomputed. Used by one thread. */
final class CallState {
    private final Registry registry;
    private final Transaction transaction;
    private final Cache cache = new Cache();
    private final Recomputer recomputer = new Recomputer();
    private final LocalDateTime now;

    CallState(Registry registry, Transaction transaction, Clock clock) {
        this.registry = registry;
        this.transaction = transaction;
        this.now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).truncatedTo(ChronoUnit.MICROS);
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

    Recomputer recomputer() {
        return recomputer;
    }

    /** The call's moment, in UTC: what log fields and defaults take for now. */
    LocalDateTime now() {
        return now;
    }
}
