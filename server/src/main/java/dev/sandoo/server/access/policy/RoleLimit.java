package dev.sandoo.server.access.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a caller's groups are narrowed to: groups by external id, or a role by name. One of the two is given.
 */
public record RoleLimit(List<String> groups, Optional<String> role) {
    public RoleLimit {
        groups = List.copyOf(groups);
        Objects.requireNonNull(role, "role");
    }
}
