package dev.sandoo.server.access;

import java.util.List;

/** What Python takes for true among the values of rule expressions. */
final class RuleTruth {
    private RuleTruth() {}

    static boolean of(Object value) {
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return Boolean.TRUE.equals(value);
    }
}
