package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Datetimes in UTC: {@code 2024-05-06 07:08:09}; a date alone means midnight; fractions of seconds are cut. */
final class DatetimeCodec implements FieldCodec {
    private static final DateTimeFormatter OUTPUT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern FORMAT =
            Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2}) (\\d{1,2}):(\\d{1,2}):(\\d{1,2})");

    @Override
    public Object fromWire(Target target, Object wire) {
        if (!PythonValues.isTrue(wire)) {
            return null;
        }
        if (wire instanceof LocalDateTime moment) {
            return moment.withNano(0);
        }
        if (wire instanceof String text) {
            return text.length() <= 10
                    ? DateCodec.parse(text).atStartOfDay()
                    : parse(text.length() > 19 ? text.substring(0, 19) : text);
        }
        throw PythonError.typeError("'" + PythonValues.typeName(wire) + "' object is not subscriptable");
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : text((LocalDateTime) value);
    }

    /** Written by hand: formatting dominates the reading of many records otherwise. */
    static String text(LocalDateTime value) {
        if (value.getYear() < 1000 || value.getYear() > 9999) {
            return OUTPUT.format(value);
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

    private static LocalDateTime parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw mismatch(text);
        }
        LocalDate date = DateCodec.date(matcher, text);
        int hour = Integer.parseInt(matcher.group(4));
        int minute = Integer.parseInt(matcher.group(5));
        int second = Integer.parseInt(matcher.group(6));
        if (hour > 23 || minute > 59 || second > 59) {
            throw mismatch(text);
        }
        return date.atTime(hour, minute, second);
    }

    private static PythonError mismatch(String text) {
        return PythonError.valueError(
                "time data " + PythonValues.repr(text) + " does not match format '%Y-%m-%d %H:%M:%S'");
    }
}
