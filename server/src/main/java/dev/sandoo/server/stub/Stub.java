package dev.sandoo.server.stub;

import dev.sandoo.server.document.Glob;
import dev.sandoo.server.stub.ValuePath.Found;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An answer for calls of a kind. Immutable.
 *
 * @param name names it in messages and journals
 * @param conditions what arguments have to be, by the path to them
 * @param times how many calls it answers; empty for any number
 */
record Stub(
        String name,
        Glob model,
        Glob method,
        Map<ValuePath, ValueCondition> conditions,
        OptionalInt times,
        Optional<Step> step,
        Answer answer) {
    Stub {
        Objects.requireNonNull(name, "name");
        conditions = Map.copyOf(conditions);
    }

    /**
     * The stub's place in a scenario.
     *
     * @param state the state the scenario has to be in; empty for any
     * @param next the state it is in afterwards; empty for no other
     */
    record Step(String scenario, Optional<String> state, Optional<String> next) {
        /** The state every scenario begins in. */
        static final String START = "start";
    }

    /** Whether it answers calls of this method at all. */
    boolean isFor(String modelName, String methodName) {
        return model.fits(modelName) && method.fits(methodName);
    }

    /** Whether the call's arguments are as they have to be. */
    boolean fits(CallView call) {
        return conditions.entrySet().stream()
                .allMatch(condition -> fits(condition.getValue(), call.find(condition.getKey())));
    }

    private static boolean fits(ValueCondition condition, List<Found> found) {
        return found.isEmpty()
                ? condition.fits(Optional.empty())
                : found.stream().anyMatch(one -> condition.fits(Optional.of(one)));
    }

    /** Whether it depends on what was answered before. */
    boolean isStateful() {
        return times.isPresent() || step.isPresent();
    }
}
