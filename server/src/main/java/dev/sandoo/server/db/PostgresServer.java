package dev.sandoo.server.db;

/** A PostgreSQL server that is up, whether ours or someone else's. Closing stops it only when it is ours. */
public interface PostgresServer extends AutoCloseable {
    /** Where it is and who we are there. */
    ServerAddress address();

    /** Whether it is of our making and nobody else uses it. */
    boolean isOurs();

    /**
     * Called once the databases that a start makes are there. What is committed before it on a server that was just made
     * may be lost if the machine goes down; what is committed soon after it lasts.
     */
    default void settle() {}

    @Override
    void close();
}
