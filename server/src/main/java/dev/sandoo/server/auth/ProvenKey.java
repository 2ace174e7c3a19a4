package dev.sandoo.server.auth;

import java.util.Objects;

/**
 * An API key that was shown and is right; the key itself is no part of it.
 *
 * @param name what its owner calls it
 * @param scope what it is for: {@code rpc}, the name of a policy, or empty for everything its owner may
 * @param state {@code active}, {@code suspended} or {@code revoked}
 */
public record ProvenKey(int id, String name, String scope, String state) {
    static final String ACTIVE = "active";
    static final String SUSPENDED = "suspended";

    public ProvenKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(state, "state");
    }

    /** Whether the key may be used at all. */
    public boolean isActive() {
        return state.equals(ACTIVE);
    }
}
