package dev.sandoo.server.db;

/**
 * What the connections to a database do at a moment.
 *
 * @param waiting calls that wait for one
 */
public record PoolUse(String database, int active, int idle, int waiting) {}
