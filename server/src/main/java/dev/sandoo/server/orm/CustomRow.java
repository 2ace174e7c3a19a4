package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code ir_model} or {@code ir_model_fields} by column.
 *
 * @param options what a selection field offers, in order
 */
record CustomRow(Map<String, Object> columns, List<FieldDef.Option> options) {
    /** A text; empty for NULL. */
    String text(String column) {
        return optional(column).orElse("");
    }

    /** A text that is there and not empty; of a translated one the English. */
    Optional<String> optional(String column) {
        return Optional.ofNullable(inEnglish(columns.get(column))).filter(text -> !text.isEmpty());
    }

    boolean flag(String column) {
        return Boolean.TRUE.equals(columns.get(column));
    }

    int number(String column) {
        return columns.get(column) instanceof Integer number ? number : 0;
    }

    /** The English text of a value that may be kept by language; null for none. */
    static String inEnglish(Object value) {
        Object text = value instanceof Map<?, ?> languages ? languages.get(ColumnValues.ENGLISH) : value;
        return text == null ? null : text.toString();
    }
}
