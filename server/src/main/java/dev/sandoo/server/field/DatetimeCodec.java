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
        return value == null ? Boolean.FALSE : text((LocalDateTime) value);
    }

    /** Written by hand: formatting dominates the reading of many records otherwise. */
    static String text(LocalDateTime value) {
        if (value.getYear() < 1000 || value.getYear() > 9999) {
            return String.format(
                    "%d-%02d-%02d %02d:%02d:%02d",
                    value.getYear(),
                    value.getMonthValue(),
                    value.getDayOfMonth(),
                    value.getHour(),
                    value.getMinute(),
                    value.getSecond());
        }
        byte[] out = new byte[19];
        two(out, 0, value.getYear() / 100);
        two(out, 2, value.getYear() % 100);
        out[4] = '-';
        two(out, 5, value.getMonthValue());
        out[7] = '-';
        two(out, 8, value.getDayOfMonth());
        out[10] = ' ';
        two(out, 11, value.getHour());
        out[13] = ':';
        two(out, 14, value.getMinute());
        out[16] = ':';
        two(out, 17, value.getSecond());
        return new String(out, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static void two(byte[] out, int at, int value) {
        out[at] = (byte) ('0' + value / 10);
        out[at + 1] = (byte) ('0' + value % 10);
    }
}
