package dev.sandoo.server.query;

import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Equality and membership as one: {@code =} is {@code in} with one member, a list makes {@code =} a membership, and
 * something false is the empty set for {@code in} but "no value" for {@code =}. Source: recorded answers, 19.0.
 *
 * @param values the members as wire values; may hold null
 */
record Members(List<Object> values, boolean negative) {
    /** The members of a term whose operator is one of {@code =}, {@code !=}, {@code in} and {@code not in}. */
    static Members of(Term term) {
        boolean equality = term.operator() == Operator.EQUALS || term.operator() == Operator.NOT_EQUALS;
        return new Members(values(term.value(), equality), term.operator().isNegative());
    }

    private static List<Object> values(Object value, boolean equality) {
        if (value instanceof Collection<?> items && !(items.isEmpty() && equality)) {
            List<Object> values = new ArrayList<>(items);
            values.forEach(Members::checkHashable);
            return values;
        }
        checkHashable(value instanceof Collection ? null : value);
        if (!Truth.of(value)) {
            return equality ? Collections.singletonList(value instanceof Collection ? false : value) : List.of();
        }
        return List.of(value);
    }

    /** Odoo puts members into sets; Python refuses there what can change. */
    private static void checkHashable(Object value) {
        if (value instanceof Collection || value instanceof Map) {
            throw TermErrors.unhashable(value);
        }
    }
}
