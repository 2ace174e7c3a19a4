package dev.sandoo.server.query;

import java.util.Optional;

/**
 * One part of an order.
 *
 * @param property what follows a dot behind the field's name
 * @param nullsFirst where missing values go, if it was said
 */
record OrderTerm(String field, Optional<String> property, boolean descending, Optional<Boolean> nullsFirst) {
    /** The same part the other way round. */
    OrderTerm reversed() {
        return new OrderTerm(field, property, !descending, nullsFirst.map(first -> !first));
    }

    /** The same part with missing values where another part has them, if it says so. */
    OrderTerm withNulls(Optional<Boolean> others) {
        return others.isPresent() ? new OrderTerm(field, property, descending, others) : this;
    }

    /** What follows the expression in SQL: nothing, {@code DESC}, {@code NULLS LAST}… */
    String suffix() {
        String direction = descending ? " DESC" : "";
        return direction
                + nullsFirst
                        .map(first -> first ? " NULLS FIRST" : " NULLS LAST")
                        .orElse("");
    }
}
