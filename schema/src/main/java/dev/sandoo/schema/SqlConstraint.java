package dev.sandoo.schema;

import java.util.Objects;

/**
 * A constraint or index that PostgreSQL holds.
 *
 * @param name the name in the database, with the table's prefix
 * @param definition SQL: for a constraint such as {@code unique (login)}; for an index what follows {@code ON table}, such
 *     as {@code (name, journal_id) WHERE state = 'posted'}
 * @param message what the client is told when it is violated; empty where Odoo states none
 */
public record SqlConstraint(String name, Kind kind, String definition, String message) {
    public SqlConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(message, "message");
    }

    /** A plain constraint. */
    public SqlConstraint(String name, String definition, String message) {
        this(name, Kind.CONSTRAINT, definition, message);
    }

    /** How PostgreSQL holds it. */
    public enum Kind {
        CONSTRAINT,
        UNIQUE_INDEX,
        INDEX
    }
}
