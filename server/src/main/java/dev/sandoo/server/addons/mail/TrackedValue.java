package dev.sandoo.server.addons.mail;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A tracked field's value, and the columns of {@code mail.tracking.value} that hold it. */
final class TrackedValue {

    /** What a relation pointed to, with the name it had then. */
    private record Target(List<Integer> ids, String names) {}

    private TrackedValue() {}

    /** The value as it is now; comparable with equals, null for empty. */
    static Object read(Records record, FieldDef field) {
        if (field.relation().isEmpty() || !field.type().isRelational()) {
            Object value = record.get(field.name());
            return "".equals(value) ? null : value;
        }
        Records targets = record.records(field.name());
        String names = targets.values("display_name").values().stream()
                .map(name -> name == null ? "" : name.toString())
                .collect(Collectors.joining(", "));
        return new Target(targets.ids(), names);
    }

    /** The columns for the value, named {@code old_value_…} or {@code new_value_…} by the prefix. */
    static Map<String, Object> columns(String prefix, FieldDef field, Object value, boolean ownMonetary) {
        Map<String, Object> columns = new LinkedHashMap<>();
        switch (field.type()) {
            case INTEGER -> columns.put(prefix + "integer", value == null ? 0 : value);
            case BOOLEAN -> columns.put(prefix + "integer", Boolean.TRUE.equals(value) ? 1 : 0);
            case FLOAT -> columns.put(prefix + "float", number(value));
            case MONETARY -> columns.put(prefix + (ownMonetary ? "monetary" : "float"), number(value));
            case TEXT, HTML -> columns.put(prefix + "text", value == null ? false : value);
            case DATE ->
                columns.put(
                        prefix + "datetime",
                        value instanceof LocalDate date ? DatetimeText.of(date.atStartOfDay()) : false);
            case DATETIME ->
                columns.put(
                        prefix + "datetime", value instanceof LocalDateTime moment ? DatetimeText.of(moment) : false);
            case SELECTION -> columns.put(prefix + "char", label(field, value));
            case MANY2ONE -> {
                columns.put(
                        prefix + "integer",
                        ((Target) value).ids().stream().findFirst().orElse(0));
                columns.put(prefix + "char", ((Target) value).names());
            }
            default ->
                columns.put(
                        prefix + "char",
                        value instanceof Target target ? target.names() : value == null ? false : value.toString());
        }
        return columns;
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : 0.0;
    }

    private static String label(FieldDef field, Object value) {
        return field.selection().stream()
                .filter(option -> option.value().equals(value))
                .map(FieldDef.Option::label)
                .findFirst()
                .orElse("");
    }
}
