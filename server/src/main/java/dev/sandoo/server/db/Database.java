package dev.sandoo.server.db;

/** One open PostgreSQL database with its pool of connections. Thread-safe. */
public interface Database extends AutoCloseable {
    /** The name that clients give as {@code db}. */
    String name();

    /** Takes a connection and opens a transaction on it; close it to give the connection back. */
    Transaction begin();

    /** How many transactions are not closed yet; tests hold it to zero to find leaks. */
    int openTransactions();

    @Override
    void close();
}
