package dev.sandoo.server.field;

import dev.sandoo.schema.FieldDef;

/**
 * What one field type makes of values. A record value is what the ORM works with: {@link Boolean}, {@link Integer},
 * {@link Double}, {@link String}, {@link java.time.LocalDate}, {@link java.time.LocalDateTime}, a JSON tree of lists and
 * maps, or null for empty. Implementations have no state.
 */
public interface FieldCodec {
    /**
     * The record value of a value that a client sent.
     *
     * @throws dev.sandoo.server.error.PythonError with the text of Odoo's own error when the value does not fit
     */
    Object fromWire(Target target, Object wire);

    /** What a client reads; empty is {@code false} for most types. */
    Object toWire(Object value);

    /** The record value of a single value read from the field's column, null for NULL. */
    default Object fromColumn(Object column) {
        return column;
    }

    /** The value to bind for the field's column; null stands for NULL. */
    default Object toColumn(FieldDef field, Object value) {
        return value;
    }
}
