package dev.sandoo.server.addons.mail;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.orm.Environment;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a tracked field holds, also when the field has changed since: relations with the names their targets had. */
final class TrackedValue {

    private final FieldDef field;
    private final Object value;
    private final String names;

    private TrackedValue(FieldDef field, Object value, String names) {
        this.field = field;
        this.value = value;
        this.names = names;
    }

    /** @param value the record value; null for empty */
    static TrackedValue of(Environment env, FieldDef field, Object value) {
        return new TrackedValue(field, normal(value), isRelation(field) ? names(env, field, value) : "");
    }

    /** Whether a record value differs from this one. */
    boolean isOtherThan(Object other) {
        return !Objects.equals(value, normal(other));
    }

    /** Nothing is null, of whatever type. */
    private static Object normal(Object value) {
        return "".equals(value) || List.of().equals(value) ? null : value;
    }

    private static boolean isRelation(FieldDef field) {
        return field.relation().isPresent() && field.type().isRelational();
    }

    private static String names(Environment env, FieldDef field, Object value) {
        List<Integer> ids = new ArrayList<>();
        if (value instanceof Integer id) {
            ids.add(id);
        } else if (value instanceof List<?> list) {
            list.forEach(id -> ids.add((Integer) id));
        }
        return env.records(field.comodel(), ids).values("display_name").values().stream()
                .map(name -> name == null ? "" : name.toString())
                .collect(Collectors.joining(", "));
    }

    /** The columns for the value, named {@code old_value_…} or {@code new_value_…} by the prefix. */
    Map<String, Object> columns(String prefix, boolean ownMonetary) {
        Map<String, Object> columns = new LinkedHashMap<>();
        switch (field.type()) {
            case INTEGER -> columns.put(prefix + "integer", value == null ? 0 : value);
            case BOOLEAN -> columns.put(prefix + "integer", Boolean.TRUE.equals(value) ? 1 : 0);
            case FLOAT -> columns.put(prefix + "float", number());
            case MONETARY -> columns.put(prefix + (ownMonetary ? "monetary" : "float"), number());
            case TEXT, HTML -> columns.put(prefix + "text", value == null ? false : value);
            case DATE ->
                columns.put(
                        prefix + "datetime",
                        value instanceof LocalDate date ? DatetimeText.of(date.atStartOfDay()) : false);
            case DATETIME ->
                columns.put(
                        prefix + "datetime", value instanceof LocalDateTime moment ? DatetimeText.of(moment) : false);
            case SELECTION -> columns.put(prefix + "char", label());
            case MANY2ONE -> {
                columns.put(prefix + "integer", value == null ? 0 : value);
                columns.put(prefix + "char", names);
            }
            default ->
                columns.put(prefix + "char", isRelation(field) ? names : value == null ? false : value.toString());
        }
        return columns;
    }

    private double number() {
        return value instanceof Number number ? number.doubleValue() : 0.0;
    }

    private String label() {
        return field.selection().stream()
                .filter(option -> option.value().equals(value))
                .map(FieldDef.Option::label)
                .findFirst()
                .orElse("");
    }
}
