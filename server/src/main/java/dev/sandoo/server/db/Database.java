package dev.sandoo.server.db;

/** One open PostgreSQL database with its pool of connections. Thread-safe. */
public interface Database extends AutoCloseable {
    /** The name that clients give as {@code db}. */
    String name();

    /** Takes a connection and opens a transaction on it; close it to give the connection back. */
    Transaction begin();

    @Override
    void close();
}
