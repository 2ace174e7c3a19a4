package dev.sandoo.server.access;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An active line of {@code ir.model.access}.
 *
 * @param groupId the group it is given to; empty means everyone
 */
record ModelRight(String model, OptionalInt groupId, Set<Operation> operations) {
    ModelRight {
        Objects.requireNonNull(model, "model");
        operations = Set.copyOf(operations);
    }

    /** Whether it lets somebody in these groups do this. */
    boolean allows(Set<Integer> groupIds, Operation operation) {
        return operations.contains(operation) && (groupId.isEmpty() || groupIds.contains(groupId.getAsInt()));
    }
}
