package dev.sandoo.server.access;

import java.util.Objects;

/**
 * The API key that a call came with.
 *
 * @param id of its row in {@code res_users_apikeys}
 * @param name what its owner calls it
 * @param scope what it is for: {@code rpc}, the name of a policy, or empty for everything its owner may
 * @param state {@code active}, {@code suspended} or {@code revoked}
 */
public record CallerKey(int id, String name, String scope, String state) {
    public static final String ACTIVE = "active";

    public CallerKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(state, "state");
    }

    /** A key that is in use. */
    public CallerKey(int id, String name, String scope) {
        this(id, name, scope, ACTIVE);
    }
}
