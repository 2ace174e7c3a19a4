package dev.sandoo.server.orm;

/** What writing a computed field means. */
@FunctionalInterface
public interface Inverse {
    /** Carries a wire value over into the fields that the computed one is made of. */
    void write(Records records, Object value);
}
