package dev.sandoo.server.auth;

import java.util.Objects;

/**
 * An API key that was shown and is right; the key itself is no part of it.
 *
 * @param name what its owner calls it
 * @param scope what it is for: {@code rpc}, the name of a policy, or empty for everything its owner may
 */
public record ProvenKey(int id, String name, String scope) {
    public ProvenKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scope, "scope");
    }
}
