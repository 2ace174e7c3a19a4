package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Integers: texts are parsed as Python's {@code int} does, floats cut; NULL reads as 0. */
final class IntegerCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        if (!PythonValues.isTrue(wire)) {
            return 0;
        }
        if (wire instanceof Integer) {
            return wire;
        }
        if (wire instanceof Boolean) {
            return 1;
        }
        if (wire instanceof Double d) {
            return fit(new BigDecimal(d).toBigInteger());
        }
        if (wire instanceof Number n) {
            return fit(new BigInteger(n.toString()));
        }
        if (wire instanceof String text) {
            return fit(parse(text));
        }
        throw PythonError.typeError("int() argument must be a string, a bytes-like object or a real number, not '"
                + PythonValues.typeName(wire) + "'");
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Integer.valueOf(0) : value;
    }

    private static BigInteger parse(String text) {
        String digits = text.strip().replace("_", "");
        if (!digits.matches("[+-]?\\d+")) {
            throw PythonError.valueError("invalid literal for int() with base 10: " + PythonValues.repr(text));
        }
        return new BigInteger(digits);
    }

    /** PostgreSQL's own complaint, which is what Odoo passes on. */
    private static Integer fit(BigInteger value) {
        if (value.bitLength() > 31) {
            throw PythonError.of("psycopg2.errors.NumericValueOutOfRange", "integer out of range\n");
        }
        return value.intValue();
    }
}
