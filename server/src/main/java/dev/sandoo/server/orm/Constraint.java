package dev.sandoo.server.orm;

/** A rule that records must keep and that PostgreSQL cannot hold. */
@FunctionalInterface
public interface Constraint {
    /**
     * Checks the records after some of the constraint's fields were written.
     *
     * @throws dev.sandoo.server.error.ValidationError when they break the rule
     */
    void check(Records records);
}
