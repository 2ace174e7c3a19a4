package dev.sandoo.server.access.policy;

import java.util.Objects;

/** A key and its policy, as messages name them. */
public record KeyName(int id, String name, String policy) {
    public KeyName {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(policy, "policy");
    }
}
