package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;
import java.time.LocalDateTime;
import java.util.List;

/** Datetimes in UTC: {@code 2024-05-06 07:08:09}; a date alone means midnight; fractions of seconds are cut. */
final class DatetimeCodec implements FieldCodec {
    private static final String FORMAT = "%Y-%m-%d %H:%M:%S";

    @Override
    public Object fromWire(Target target, Object wire) {
        if (!PythonValues.isTrue(wire)) {
            return null;
        }
        if (wire instanceof LocalDateTime moment) {
            return moment.withNano(0);
        }
        if (wire instanceof String text) {
            return Strptime.parse(text, format(text.length()));
        }
        if (wire instanceof List) {
            throw PythonError.typeError("strptime() argument 1 must be str, not list");
        }
        throw PythonError.typeError("object of type '" + PythonValues.typeName(wire) + "' has no len()");
    }

    /** Odoo cuts the format to the length of the value, less the two characters that a year has more than {@code %Y}. */
    private static String format(int length) {
        int end = length - 2;
        return FORMAT.substring(0, end < 0 ? Math.max(0, FORMAT.length() + end) : Math.min(end, FORMAT.length()));
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : DatetimeText.of((LocalDateTime) value);
    }
}
