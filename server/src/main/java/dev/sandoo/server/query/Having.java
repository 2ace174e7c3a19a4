package dev.sandoo.server.query;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Conditions on groups: domains whose fields are aggregates. Source: recorded answers, 19.0, formatted-having of orm_group. */
public final class Having {
    private static final List<String> COMPARATORS = List.of("in", "not in", "<", ">", "<=", ">=", "=", "!=");

    private Having() {}

    /**
     * The condition as it stands behind HAVING; empty for an empty one.
     *
     * @param domain as it came over the wire
     * @throws PythonError when it does not look like a domain of aggregates
     */
    public static SqlFragment compile(List<?> domain, GroupCompiler aggregates) {
        Deque<SqlFragment> stack = new ArrayDeque<>();
        for (int i = domain.size() - 1; i >= 0; i--) {
            Object item = domain.get(i);
            if ("!".equals(item)) {
                stack.push(SqlFragment.of("(NOT ").append(pop(stack)).append(")"));
            } else if ("&".equals(item) || "|".equals(item)) {
                SqlFragment first = pop(stack);
                String word = "&".equals(item) ? " AND " : " OR ";
                stack.push(first.append(word).append(pop(stack)).parenthesized());
            } else {
                stack.push(term(item, aggregates));
            }
        }
        return SqlFragment.join(" AND ", new ArrayList<>(stack));
    }

    private static SqlFragment pop(Deque<SqlFragment> stack) {
        if (stack.isEmpty()) {
            throw PythonError.of("IndexError", "pop from empty list");
        }
        return stack.pop();
    }

    private static SqlFragment term(Object item, GroupCompiler aggregates) {
        if (!(item instanceof List<?> parts) || parts.size() != 3) {
            throw invalid(item, "it should be a domain-like clause");
        }
        if (!(parts.get(1) instanceof String comparator) || !COMPARATORS.contains(comparator)) {
            throw invalid(item, "supported comparators are " + PythonRepr.tuple(COMPARATORS));
        }
        SqlFragment value = aggregates.aggregateSql(String.valueOf(parts.get(0)));
        if (comparator.endsWith("in")) {
            throw DatabaseRefusal.syntaxError("ARRAY"); // Odoo binds the list where SQL wants parentheses
        }
        return value.append(comparator.equals("!=") ? " <> ?" : " " + comparator + " ?", operand(parts.get(2)));
    }

    private static Object operand(Object wire) {
        if (wire instanceof String text) {
            throw DatabaseRefusal.invalidText("bigint", text);
        }
        if (!(wire instanceof Number)) {
            throw DatabaseRefusal.undefinedOperator("bigint", "=", "boolean");
        }
        return wire;
    }

    private static PythonError invalid(Object item, String why) {
        return PythonError.valueError("Invalid having clause " + PythonRepr.of(item) + ": " + why);
    }
}
