package dev.sandoo.server.field;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Digits;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.error.PythonError;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Floats and monetary amounts: record values are doubles, rounded half up to the field's digits when they are fixed. */
final class FloatCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        if (!PythonValues.isTrue(wire)) {
            return 0.0;
        }
        double value = number(wire);
        return target.field()
                .digits()
                .filter(digits -> !digits.equals(Digits.UNLIMITED))
                .map(digits -> round(value, digits.scale()))
                .orElse(value);
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Double.valueOf(0.0) : value;
    }

    @Override
    public Object fromColumn(Object column) {
        return column instanceof BigDecimal decimal ? Double.valueOf(decimal.doubleValue()) : column;
    }

    @Override
    public Object toColumn(FieldDef field, Object value) {
        boolean numeric = field.type() == FieldType.MONETARY
                || field.digits().isPresent()
                || field.precisionName().isPresent();
        return value instanceof Double d && numeric ? (Object) BigDecimal.valueOf(d) : value;
    }

    /** Rounds half away from zero at so many digits, forgiving the last bits of binary fractions as Odoo does. */
    static double round(double value, int scale) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        return new BigDecimal(Double.toString(value))
                .setScale(scale, RoundingMode.HALF_UP)
                .doubleValue();
    }

    private static double number(Object wire) {
        if (wire instanceof Number n) {
            return n.doubleValue();
        }
        if (wire instanceof Boolean) {
            return 1.0;
        }
        if (wire instanceof String text) {
            try {
                return Double.parseDouble(plain(text));
            } catch (NumberFormatException e) {
                throw PythonError.valueError("could not convert string to float: " + PythonValues.repr(text));
            }
        }
        throw PythonError.typeError(
                "float() argument must be a string or a real number, not '" + PythonValues.typeName(wire) + "'");
    }

    /** Java also reads "1d" and hexadecimal floats, which Python does not. */
    private static String plain(String text) {
        String stripped = text.strip();
        if (!stripped.matches("[+-]?(\\d[\\d_]*)?\\.?\\d*([eE][+-]?\\d+)?")) {
            throw new NumberFormatException(stripped);
        }
        return stripped.replace("_", "");
    }
}
