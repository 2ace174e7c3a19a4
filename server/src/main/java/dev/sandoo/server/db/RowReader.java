package dev.sandoo.server.db;

/** Turns the current row of a result into a value. */
@FunctionalInterface
public interface RowReader<T> {
    T read(Row row);
}
