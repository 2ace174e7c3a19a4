package dev.sandoo.server.access;

/**
 * Two counters that each database keeps: what a node has cached of the registry or of the rights is stale as soon as the
 * number read with the caller differs from the one it was cached under.
 *
 * @param registry moves with custom models and fields
 * @param access moves with groups, model rights, record rules and the external ids of groups
 */
public record Counters(long registry, long access) {}
