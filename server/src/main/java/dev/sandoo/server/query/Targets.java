package dev.sandoo.server.query;

import dev.sandoo.server.domain.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * What a set of wire values means for a relational field.
 *
 * @param missing whether having no record is among them
 * @param zero whether record 0 is among them: Python takes it for False when it comes to lists, and for an id that cannot be
 *     when it comes to a single record; of 0 and False the first one counts
 */
record Targets(List<Integer> ids, List<String> names, boolean missing, boolean zero) {
    static Targets of(List<Object> values) {
        List<Integer> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean missing = false;
        boolean zero = false;
        for (Object value : values) {
            if (value instanceof String name) {
                names.add(name);
            } else if (Boolean.TRUE.equals(value)) {
                throw DatabaseRefusal.undefinedOperator("integer", "=", "boolean");
            } else if (Truth.of(value)) {
                id(value, ids);
            } else if (value instanceof Number) {
                zero |= !missing;
            } else {
                missing |= !zero;
            }
        }
        return new Targets(ids, names, missing, zero);
    }

    /** Numbers that are no whole ids belong to no record. */
    private static void id(Object value, List<Integer> ids) {
        Number number = (Number) value;
        if (number.doubleValue() == number.intValue()) {
            ids.add(number.intValue());
        }
    }
}
