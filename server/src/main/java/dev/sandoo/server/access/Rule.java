package dev.sandoo.server.access;

import java.util.Objects;
import java.util.Set;

/**
 * An active line of {@code ir.rule}.
 *
 * @param groupIds the groups it binds; empty means everyone
 * @param domain the expression as {@code domain_force} holds it; empty text allows every record
 */
public record Rule(int id, String name, String model, Set<Integer> groupIds, Set<Operation> operations, String domain) {
    public Rule {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(domain, "domain");
        groupIds = Set.copyOf(groupIds);
        operations = Set.copyOf(operations);
    }

    /** Whether it binds everyone, and so narrows what the rules of groups allow. */
    public boolean isGlobal() {
        return groupIds.isEmpty();
    }

    /** Whether it has a say in this operation of somebody in these groups. */
    boolean bears(Set<Integer> callerGroupIds, Operation operation) {
        return operations.contains(operation)
                && (isGlobal() || groupIds.stream().anyMatch(callerGroupIds::contains));
    }
}
