package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Digits;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.sql.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Wire values as numbers, by Python's rules and with Python's errors. */
final class Numbers {
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+(_\\d+)*");
    private static final Pattern FLOAT =
            Pattern.compile("[+-]?(\\d+(_\\d+)*\\.?(\\d+(_\\d+)*)?|\\.\\d+(_\\d+)*)([eE][+-]?\\d+)?");

    private final String kind;

    /**
     * @param kind what this version's Python calls a number where it is given something else
     */
    Numbers(String kind) {
        this.kind = kind;
    }

    /** Python's {@code int(value)}: an {@link Integer} where it fits, else a {@link Long} or {@link BigDecimal}. */
    Object integer(Object wire) {
        if (wire instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (wire instanceof Number number) {
            return narrow(new BigDecimal(number.toString()).toBigInteger());
        }
        if (!(wire instanceof String text)) {
            throw PythonError.typeError("int() argument must be a string, a bytes-like object or " + kind + ", not '"
                    + PythonRepr.typeName(wire) + "'");
        }
        String digits = text.strip();
        if (!INTEGER.matcher(digits).matches()) {
            throw PythonError.valueError("invalid literal for int() with base 10: " + PythonRepr.of(text));
        }
        return narrow(new BigInteger(digits.replace("_", "")));
    }

    /** Python's {@code float(value)}. */
    double floating(Object wire) {
        if (wire instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (wire instanceof Number number) {
            return number.doubleValue();
        }
        if (!(wire instanceof String text)) {
            throw PythonError.typeError(
                    "float() argument must be a string or " + kind + ", not '" + PythonRepr.typeName(wire) + "'");
        }
        String digits = text.strip();
        if (!FLOAT.matcher(digits).matches()) {
            throw PythonError.valueError("could not convert string to float: " + PythonRepr.of(text));
        }
        return Double.parseDouble(digits.replace("_", ""));
    }

    /** The number with the digits Python would write it with. */
    static BigDecimal decimal(double number) {
        return plain(new BigDecimal(PythonRepr.of(number)));
    }

    /** A float as the field's column holds it: rounded to its digits, if it has a number of them. */
    static Object inColumn(double number, FieldDef field) {
        if (Columns.plainTypeOf(field) != ColumnType.NUMERIC) {
            return number;
        }
        return field.digits()
                .filter(digits -> !digits.equals(Digits.UNLIMITED))
                .map(digits -> decimal(number).setScale(digits.scale(), RoundingMode.HALF_UP))
                .map(Numbers::plain)
                .orElseGet(() -> decimal(number));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** The value as PostgreSQL reads it into a numeric column, with its error when it cannot. */
    static BigDecimal numeric(Object wire) {
        if (wire instanceof Number number) {
            return decimal(number.doubleValue());
        }
        String text = PythonRepr.text(wire);
        if (!FLOAT.matcher(text.strip()).matches()) {
            throw DatabaseRefusal.invalidText("numeric", text);
        }
        return new BigDecimal(text.strip().replace("_", "")).stripTrailingZeros();
    }

    private static Object narrow(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : new BigDecimal(number);
    }
}
