package dev.sandoo.server.journal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Compares wire values as clients see them. */
final class Values {
    private Values() {}

    /** Whether two values are the same; 2 and 2.0 are. */
    static boolean same(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return compare(left, right).map(order -> order == 0).orElse(false);
        }
        if (left instanceof List<?> some && right instanceof List<?> others) {
            if (some.size() != others.size()) {
                return false;
            }
            for (int i = 0; i < some.size(); i++) {
                if (!same(some.get(i), others.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof Map<?, ?> some && right instanceof Map<?, ?> others) {
            return some.keySet().equals(others.keySet())
                    && some.keySet().stream().allMatch(key -> same(some.get(key), others.get(key)));
        }
        return Objects.equals(left, right);
    }

    /** How two numbers or two texts compare; empty for anything else. */
    static Optional<Integer> compare(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return decimal(left).flatMap(one -> decimal(right).map(one::compareTo));
        }
        return left instanceof String one && right instanceof String other
                ? Optional.of(one.compareTo(other))
                : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(Object number) {
        if (number instanceof Double real && !Double.isFinite(real)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(number.toString()));
    }
}
