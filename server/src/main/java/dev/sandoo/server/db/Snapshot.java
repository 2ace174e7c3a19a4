package dev.sandoo.server.db;

import java.time.Instant;
import java.util.Objects;

/**
 * A database as it was at a moment, kept to go back to.
 *
 * @param name names it on its server
 * @param database what it was taken of
 */
public record Snapshot(String name, String database, Instant taken) {
    public Snapshot {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(database, "database");
        Objects.requireNonNull(taken, "taken");
    }
}
