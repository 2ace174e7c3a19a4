package dev.sandoo.server.access;

/**
 * Counters that each database keeps: what a node has cached of the registry or of the rights is stale as soon as the
 * number read with the caller differs from the one it was cached under.
 *
 * @param registry moves with custom models and fields
 * @param access moves with groups, model rights, record rules and the external ids of groups
 * @param accounts moves with users, what proves and narrows them: keys, policies and roles
 */
public record Counters(long registry, long access, long accounts) {
    /** Where nobody asks for a key's policy. */
    public Counters(long registry, long access) {
        this(registry, access, 0);
    }
}
