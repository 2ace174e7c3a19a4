package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Ways around one dimension of a policy, each a test with a name; a dimension is not attacked before there are ten. */
final class WaysAround {
    private static final int FEWEST = 10;

    private final String dimension;
    private final PolicedKey key;
    private final List<DynamicTest> tests = new ArrayList<>();

    /** Ways that {@code dimension} is to refuse a key. */
    WaysAround(String dimension, PolicedKey key) {
        this.dimension = dimension;
        this.key = key;
    }

    /** A call that is refused by the dimension, and written down as that. */
    WaysAround refused(String way, String model, String method, Object... args) {
        return refusedBy(dimension, way, model, method, args);
    }

    /** A call that another dimension stops on the way. */
    WaysAround refusedBy(String other, String way, String model, String method, Object... args) {
        return attempt(other, way, () -> key.call(model, method, args));
    }

    /** The same with a context. */
    WaysAround refusedWith(Map<String, Object> context, String way, String model, String method, Object... args) {
        return attempt(
                dimension, way, () -> key.callKw(model, method, Arrays.asList(args), Map.of("context", context)));
    }

    /** A call for which the groups that are left have no right, which is written down as a refusal. */
    WaysAround forbidden(String way, String model, String method, Object... args) {
        return forbidden(way, () -> key.call(model, method, args));
    }

    /** Anything else for which they have none. */
    WaysAround forbidden(String way, Runnable attempt) {
        return add(way, () -> key.isForbidden(attempt));
    }

    /** Anything else that is refused by the dimension, and written down as that. */
    WaysAround refused(String way, Runnable attempt) {
        return attempt(dimension, way, attempt);
    }

    private WaysAround attempt(String by, String way, Runnable attempt) {
        return add(way, () -> key.isRefused(by, attempt));
    }

    /** A call that goes through and tells no more than this. */
    WaysAround tells(Object nothing, String way, Supplier<Object> attempt) {
        return add(way, () -> assertEquals(nothing, attempt.get()));
    }

    private WaysAround add(String way, Executable test) {
        tests.add(DynamicTest.dynamicTest(dimension + ": " + way, test));
        return this;
    }

    Stream<DynamicTest> all() {
        assertTrue(tests.size() >= FEWEST, dimension + " is attacked in " + tests.size() + " ways only");
        return tests.stream();
    }
}
