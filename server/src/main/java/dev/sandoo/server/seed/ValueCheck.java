package dev.sandoo.server.seed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says of values of a file what Odoo would make something else of in silence, or would not name the field for. */
final class ValueCheck {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private ValueCheck() {}

    /**
     * What is wrong with a value, if anything is.
     *
     * @param type the field's, as {@code fields_get} tells it
     */
    static Optional<String> problem(String type, String field, Object value) {
        if (value == null || value.equals(false)) {
            return Optional.empty(); // nothing
        }
        boolean fits = switch (type) {
            case "boolean" -> value instanceof Boolean || value instanceof Integer;
            case "integer", "float", "monetary" -> value instanceof Number || value instanceof Boolean;
            case "many2one" -> value instanceof Integer;
            case "one2many", "many2many" -> value instanceof List<?> items && areRecords(items);
            case "date", "datetime" ->
                value instanceof String text && DATE.matcher(text).lookingAt();
            case "char", "text", "html", "selection" -> !(value instanceof List) && !(value instanceof Map);
            default -> true;
        };
        return fits ? Optional.empty() : Optional.of(wanted(type, field));
    }

    private static boolean areRecords(List<?> items) {
        return items.stream().allMatch(item -> item instanceof Integer || item instanceof List || item instanceof Map);
    }

    private static String wanted(String type, String field) {
        return switch (type) {
            case "boolean" -> "must be true or false";
            case "integer", "float", "monetary" -> "must be a number";
            case "many2one" -> "must be a record's number; " + field + "/id takes its external id";
            case "one2many", "many2many" ->
                "must be a list of records or of their numbers; " + field + "/id takes their external ids";
            case "date" -> "must be a date, such as 2026-01-31";
            case "datetime" -> "must be a moment in UTC, such as 2026-01-31 12:00:00";
            default -> "must be a text";
        };
    }
}
