package dev.sandoo.server.query;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a version reads an order. Source: recorded answers, {@code order-*} of orm_search. */
enum OrderSyntax {
    /** Knows {@code nulls first} and {@code nulls last} and parts of fields; what follows a colon does not matter, nor do blanks. */
    WITH_NULLS {
        @Override
        List<OrderTerm> parse(Object order) {
            if (!(order instanceof String text)) {
                throw PythonError.typeError(
                        "expected string or bytes-like object, got '" + PythonRepr.typeName(order) + "'");
            }
            List<OrderTerm> terms = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                Matcher matcher = PART.matcher(part);
                if (!matcher.matches()) {
                    throw invalid(text);
                }
                Optional<Boolean> nullsFirst =
                        Optional.ofNullable(matcher.group("nulls")).map("first"::equalsIgnoreCase);
                terms.add(new OrderTerm(
                        matcher.group("field"),
                        Optional.ofNullable(matcher.group("property")),
                        "desc".equalsIgnoreCase(matcher.group("direction")),
                        nullsFirst));
            }
            return terms;
        }
    },

    /** Reads a direction only right behind one blank; of anything else it takes the first word. */
    PLAIN {
        @Override
        List<OrderTerm> parse(Object order) {
            if (!(order instanceof String text)) {
                throw PythonError.attributeError(
                        "'" + PythonRepr.typeName(order) + "' object has no attribute 'split'");
            }
            String[] parts = text.split(",", -1);
            for (String part : parts) {
                if (part.isBlank()) {
                    throw PythonError.of("IndexError", "list index out of range");
                }
            }
            if (!PLAIN_ORDER.matcher(text).matches()) {
                throw invalid(text);
            }
            return List.of(parts).stream().map(OrderSyntax::plainTerm).toList();
        }
    };

    private static final Pattern PART = Pattern.compile(
            "\\s*(?<field>\\w+)(?:\\.(?<property>\\w+))?(?::\\w+)?"
                    + "(?:\\s+(?<direction>asc|desc))?(?:\\s+nulls\\s+(?<nulls>first|last))?\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLAIN_ORDER =
            Pattern.compile("(\\s*([a-z0-9:_]+|\"[a-z0-9:_]+\")(\\s+(desc|asc))?\\s*(,|$))+", Pattern.CASE_INSENSITIVE);

    /**
     * The parts of an order as it came over the wire.
     *
     * @throws UserError when it does not read as an order
     */
    abstract List<OrderTerm> parse(Object order);

    private static OrderTerm plainTerm(String part) {
        String[] words = part.strip().split(" ", -1);
        boolean descending =
                words.length > 1 && words[1].strip().toUpperCase(Locale.ROOT).equals("DESC");
        return new OrderTerm(words[0], Optional.empty(), descending, Optional.empty());
    }

    private static UserError invalid(String order) {
        return new UserError("Invalid \"order\" specified (" + order + "). A valid \"order\" specification is a"
                + " comma-separated list of valid field names (optionally followed by asc/desc for the direction)");
    }
}
