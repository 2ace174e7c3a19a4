package dev.sandoo.server.orm;

/** Computes fields of many records at once. */
@FunctionalInterface
public interface Compute {
    /** Gives {@code results} a record value for every record; what it leaves out is empty. */
    void compute(Records records, Results results);

    /** Takes the values that a {@link Compute} finds. */
    @FunctionalInterface
    interface Results {
        /** The record value of a field of the record with this id; null for empty. */
        void set(int id, String field, Object value);
    }
}
