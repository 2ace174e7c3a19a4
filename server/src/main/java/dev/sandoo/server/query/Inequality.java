package dev.sandoo.server.query;

import dev.sandoo.server.domain.Operator;
import java.math.BigDecimal;

/** Whether an inequality holds between two values at hand; used for the value that a missing one stands for. */
final class Inequality {
    private Inequality() {}

    static boolean holds(Object left, Operator operator, Object right) {
        int order = compare(left, right);
        return switch (operator) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            default -> throw new IllegalArgumentException(operator.text());
        };
    }

    private static int compare(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return decimal(left).compareTo(decimal(right));
        }
        return left.toString().compareTo(right.toString());
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }
}
