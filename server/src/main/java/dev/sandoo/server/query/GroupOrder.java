package dev.sandoo.server.query;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of an order of groups.
 *
 * @param term a group or an aggregate, as the call names it
 * @param nullsFirst where missing values go, if it was said
 */
public record GroupOrder(String term, boolean descending, Optional<Boolean> nullsFirst) {
    private static final Pattern PART = Pattern.compile(
            "\\s*(?<term>\\w+(?:\\.[\\w.]+)?(?::[a-z_]+)?)"
                    + "(?:\\s+(?<direction>asc|desc))?(?:\\s+nulls\\s+(?<nulls>first|last))?\\s*",
            Pattern.CASE_INSENSITIVE);

    /** By this group or aggregate, upwards. */
    public static GroupOrder of(String term) {
        return new GroupOrder(term, false, Optional.empty());
    }

    /**
     * Reads an order.
     *
     * @throws PythonError when it does not read as one
     */
    public static List<GroupOrder> parse(Object order) {
        if (!(order instanceof String text)) {
            throw PythonError.attributeError("'" + PythonRepr.typeName(order) + "' object has no attribute 'split'");
        }
        List<GroupOrder> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw PythonError.valueError("Invalid order " + PythonRepr.of(text) + " for _read_group()");
            }
            parts.add(new GroupOrder(
                    matcher.group("term"),
                    "desc".equalsIgnoreCase(matcher.group("direction")),
                    Optional.ofNullable(matcher.group("nulls")).map("first"::equalsIgnoreCase)));
        }
        return parts;
    }

    /** What becomes of an order part in SQL, as of a field's. */
    OrderTerm orderTerm() {
        return new OrderTerm(term, Optional.empty(), descending, nullsFirst);
    }
}
