package dev.sandoo.server.db;

/** A PostgreSQL server that is up, whether ours or someone else's. Closing stops it only when it is ours. */
public interface PostgresServer extends AutoCloseable {
    /** Where it is and who we are there. */
    ServerAddress address();

    /** Whether it is of our making and nobody else uses it. */
    boolean isOurs();

    @Override
    void close();
}
