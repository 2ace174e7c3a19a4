package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.sql.SqlFragment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;

/**
 * Wire values as the values of columns, in versions with leaves: texts that are to be dates or ids go to PostgreSQL as they
 * are, which reads them its own way or refuses them. Source: recorded answers, 14.0, orm_domains.
 */
final class LeafValues {
    private static final int DATE_LENGTH = 10;
    private static final Numbers NUMBERS = new Numbers("a number");

    private LeafValues() {}

    /** The operand to put behind an operator. */
    static SqlFragment operand(Object wire, FieldDef field, Operator operator) {
        Object value = convert(wire, field);
        if (value == null) {
            return SqlFragment.of("NULL");
        }
        String type = Columns.plainTypeOf(field).sqlName();
        return switch (field.type()) {
            case DATETIME ->
                value instanceof String text
                        ? SqlFragment.of("CAST(? AS " + type + ")", atTime(text, operator))
                        : SqlFragment.of("?", value);
            case DATE, INTEGER, MANY2ONE, MANY2ONE_REFERENCE ->
                value instanceof String ? SqlFragment.of("CAST(? AS " + type + ")", value) : SqlFragment.of("?", value);
            default -> SqlFragment.of("?", value);
        };
    }

    /** The value for the field's column; null for NULL. */
    static Object convert(Object wire, FieldDef field) {
        return switch (field.type()) {
            case BOOLEAN -> Truth.of(wire);
            case INTEGER -> field.name().equals("id") ? id(wire) : Truth.of(wire) ? NUMBERS.integer(wire) : (Object) 0;
            case FLOAT -> Numbers.inColumn(Truth.of(wire) ? NUMBERS.floating(wire) : 0, field);
            case MONETARY -> Numbers.decimal(Truth.of(wire) ? NUMBERS.floating(wire) : 0);
            case MANY2ONE, MANY2ONE_REFERENCE -> Truth.of(wire) ? wire : null;
            case DATE, DATETIME -> moment(wire);
            default -> LeafColumns.isNone(wire) ? null : PythonRepr.text(wire);
        };
    }

    /** Ids are compared as they are written: what is no number is for PostgreSQL to read or refuse. */
    private static Object id(Object wire) {
        if (LeafColumns.isNone(wire)) {
            return null;
        }
        return wire instanceof Integer ? wire : PythonRepr.text(wire);
    }

    /** The value as a pattern; null for NULL. Floats with digits are written with all of them, other numbers are none. */
    static Object pattern(Object wire, FieldDef field) {
        if (field.name().equals("id")) {
            return LeafColumns.isNone(wire) ? null : PythonRepr.text(wire);
        }
        Object value = convert(wire, field);
        return field.type() == FieldType.FLOAT && field.digits().isPresent() && value instanceof BigDecimal number
                ? number.setScale(field.digits().get().scale(), RoundingMode.HALF_UP)
                        .toPlainString()
                : value;
    }

    private static Object moment(Object wire) {
        if (LeafColumns.isNone(wire)) {
            return null;
        }
        return wire instanceof LocalDateTime ? wire : PythonRepr.text(wire);
    }

    /** A day without a time means its last second where that makes the day count as a whole. */
    private static String atTime(String text, Operator operator) {
        if (text.length() != DATE_LENGTH) {
            return text;
        }
        boolean end = operator == Operator.GREATER || operator == Operator.LESS_OR_EQUAL;
        return text + (end ? " 23:59:59" : " 00:00:00");
    }
}
