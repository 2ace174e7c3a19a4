package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates: {@code 2024-05-06}; of longer texts the first ten characters count. */
final class DateCodec implements FieldCodec {
    private static final Pattern FORMAT = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    @Override
    public Object fromWire(Target target, Object wire) {
        if (!PythonValues.isTrue(wire)) {
            return null;
        }
        if (wire instanceof LocalDateTime moment) {
            return moment.toLocalDate();
        }
        if (wire instanceof String text) {
            return parse(text.length() > 10 ? text.substring(0, 10) : text);
        }
        throw PythonError.typeError("'" + PythonValues.typeName(wire) + "' object is not subscriptable");
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : value.toString();
    }

    static LocalDate parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw mismatch(text);
        }
        return date(matcher, text);
    }

    static LocalDate date(Matcher matcher, String text) {
        int month = Integer.parseInt(matcher.group(2));
        int day = Integer.parseInt(matcher.group(3));
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            throw mismatch(text);
        }
        try {
            return LocalDate.of(Integer.parseInt(matcher.group(1)), month, day);
        } catch (DateTimeException e) {
            throw PythonError.valueError("day is out of range for month");
        }
    }

    private static PythonError mismatch(String text) {
        return PythonError.valueError(
                "time data " + PythonValues.repr(text) + " does not match format '%Y-%m-%d'");
    }
}
