package dev.sandoo.server.domain;

import java.util.Collection;
import java.util.Map;

/** Python's idea of truth: None, False, zero and whatever is empty are false. Odoo takes any of them for "no value". */
public final class Truth {
    private Truth() {}

    /** Whether Python takes the wire value for true. */
    public static boolean of(Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        if (value instanceof CharSequence text) {
            return text.length() > 0;
        }
        if (value instanceof Map<?, ?> entries) {
            return !entries.isEmpty();
        }
        return !(value instanceof Collection<?> items) || !items.isEmpty();
    }
}
