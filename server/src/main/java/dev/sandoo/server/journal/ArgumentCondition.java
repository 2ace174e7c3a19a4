package dev.sandoo.server.journal;

import dev.sandoo.server.error.PythonRepr;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that must hold of a place in a call. Of several values at the place one must fit.
 *
 * @param operand what to compare with; for {@link Comparison#SET} whether a value is wanted or none
 */
public record ArgumentCondition(CallPath path, Comparison comparison, Object operand) {
    private static final int SHOWN = 80;

    public ArgumentCondition {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(comparison, "comparison");
    }

    /** How values are compared. */
    public enum Comparison {
        /** The same value; numbers of different types are the same when they are equal. */
        EQUALS("is"),
        NOT("is not"),
        /** There, and neither false, nothing nor an empty text or list: what Odoo takes for a value. */
        SET("set"),
        /** A text that has the other in it; a list that has the value in it. */
        CONTAINS("contains"),
        /** A text that fits the regular expression as a whole. */
        MATCHES("matches"),
        /** One of a list. */
        IN("in"),
        ABOVE(">"),
        BELOW("<");

        private final String word;

        Comparison(String word) {
            this.word = word;
        }
    }

    /** A value equal to this one. */
    public static ArgumentCondition equal(String path, Object value) {
        return new ArgumentCondition(new CallPath(path), Comparison.EQUALS, value);
    }

    /** Any value that is not empty. */
    public static ArgumentCondition set(String path) {
        return new ArgumentCondition(new CallPath(path), Comparison.SET, true);
    }

    /** Whether it holds of a call. */
    boolean holds(JournalEntry call) {
        List<Object> values = path.in(call);
        if (comparison == Comparison.SET) {
            return values.stream().anyMatch(ArgumentCondition::isFilled) == Boolean.TRUE.equals(operand);
        }
        return comparison == Comparison.NOT
                ? values.stream().noneMatch(value -> Values.same(value, operand))
                : values.stream().anyMatch(this::fits);
    }

    private boolean fits(Object value) {
        return switch (comparison) {
            case EQUALS -> Values.same(value, operand);
            case NOT -> !Values.same(value, operand);
            case SET -> isFilled(value);
            case CONTAINS ->
                value instanceof String text
                        ? text.contains(String.valueOf(operand))
                        : value instanceof List<?> items && items.stream().anyMatch(item -> Values.same(item, operand));
            case MATCHES -> value instanceof String text && Pattern.matches(String.valueOf(operand), text);
            case IN ->
                operand instanceof List<?> choices && choices.stream().anyMatch(choice -> Values.same(value, choice));
            case ABOVE -> Values.compare(value, operand).map(order -> order > 0).orElse(false);
            case BELOW -> Values.compare(value, operand).map(order -> order < 0).orElse(false);
        };
    }

    private static boolean isFilled(Object value) {
        return value != null
                && !Boolean.FALSE.equals(value)
                && !"".equals(value)
                && !(value instanceof List<?> items && items.isEmpty())
                && !(value instanceof Map<?, ?> members && members.isEmpty());
    }

    /** How a call that it does not hold of differs, in words. */
    String difference(JournalEntry call) {
        List<Object> values = path.in(call);
        String actual = values.isEmpty()
                ? "missing"
                : values.stream().map(ArgumentCondition::shown).collect(Collectors.joining(", "));
        return path + ": expected " + expectation() + ", was " + actual;
    }

    private String expectation() {
        return switch (comparison) {
            case SET -> Boolean.TRUE.equals(operand) ? "a value" : "none";
            case EQUALS -> shown(operand);
            default -> comparison.word + " " + shown(operand);
        };
    }

    private static String shown(Object value) {
        String text = PythonRepr.of(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    @Override
    public String toString() {
        if (comparison == Comparison.SET) {
            return path + (Boolean.TRUE.equals(operand) ? " set" : " not set");
        }
        return path + " " + comparison.word + " " + shown(operand);
    }
}
