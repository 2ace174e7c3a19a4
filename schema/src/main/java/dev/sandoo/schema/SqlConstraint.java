package dev.sandoo.schema;

/**
 * A constraint that PostgreSQL holds.
 *
 * @param name the constraint's name in the database, with the table's prefix
 * @param definition SQL, such as {@code unique (login)}
 * @param message what the client is told when it is violated
 */
public record SqlConstraint(String name, String definition, String message) {}
