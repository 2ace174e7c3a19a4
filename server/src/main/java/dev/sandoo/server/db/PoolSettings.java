package dev.sandoo.server.db;

import java.time.Duration;

/**
 * How many connections each open database may use.
 *
 * @param maxConnections the most at any time, at least 1
 * @param idleTimeout how long a connection may lie idle before it is closed, at least ten seconds
 * @param waitTimeout how long a call waits for a free connection
 */
public record PoolSettings(int maxConnections, Duration idleTimeout, Duration waitTimeout) {
    private static final Duration SHORTEST_IDLE = Duration.ofSeconds(10);

    /** Ten connections, closed after a minute without work: more than a handful gains nothing on a small machine. */
    public static final PoolSettings STANDARD = new PoolSettings(10, Duration.ofMinutes(1), Duration.ofSeconds(30));

    public PoolSettings {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("a pool needs at least one connection, not " + maxConnections);
        }
        if (idleTimeout.compareTo(SHORTEST_IDLE) < 0) {
            throw new IllegalArgumentException("connections must stay for ten seconds at least, not " + idleTimeout);
        }
    }

    /** The same with another limit. */
    public PoolSettings withMaxConnections(int limit) {
        return new PoolSettings(limit, idleTimeout, waitTimeout);
    }
}
