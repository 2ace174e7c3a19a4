package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Dates: {@code 2024-05-06}; of longer texts the first ten characters count. */
final class DateCodec implements FieldCodec {
    private static final String FORMAT = "%Y-%m-%d";
    private static final int LENGTH = 10;

    @Override
    public Object fromWire(Target target, Object wire) {
        if (!PythonValues.isTrue(wire)) {
            return null;
        }
        if (wire instanceof LocalDateTime moment) {
            return moment.toLocalDate();
        }
        if (wire instanceof String text) {
            String date = text.length() > LENGTH ? text.substring(0, LENGTH) : text;
            return Strptime.parse(date, FORMAT).toLocalDate();
        }
        if (wire instanceof List) {
            throw PythonError.typeError("strptime() argument 1 must be str, not list");
        }
        throw PythonError.typeError("'" + PythonValues.typeName(wire) + "' object is not subscriptable");
    }

    /** The year is written without leading zeros, as Python does on Linux. */
    @Override
    public Object toWire(Object value) {
        if (value == null) {
            return Boolean.FALSE;
        }
        LocalDate date = (LocalDate) value;
        return date.getYear() >= 1000 && date.getYear() <= 9999
                ? date.toString()
                : String.format("%d-%02d-%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
}
