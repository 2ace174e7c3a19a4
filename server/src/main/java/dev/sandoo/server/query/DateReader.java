package dev.sandoo.server.query;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Optional;

/** Wire values as dates and datetimes, in versions with domain objects. Source: recorded answers, 19.0, {@code date-*}. */
final class DateReader {
    private DateReader() {}

    /** The date of the value; a time written behind it is dropped. */
    static LocalDate date(Object wire, QueryContext context) {
        if (wire instanceof LocalDateTime moment) {
            return moment.toLocalDate();
        }
        String text = text(wire, "date");
        return IsoTimes.parse(text)
                .map(IsoTimes.Moment::date)
                .orElseGet(() -> RelativeDate.parse(text, context).day());
    }

    /** The value as a moment in UTC, or as a day of the caller's when no time was written. */
    static RelativeDate.Meaning datetime(Object wire, QueryContext context) {
        if (wire instanceof LocalDateTime moment) {
            return new RelativeDate.Meaning(moment.toLocalDate(), moment, false);
        }
        String text = text(wire, "datetime");
        Optional<IsoTimes.Moment> iso = IsoTimes.parse(text);
        if (iso.isEmpty()) {
            return RelativeDate.parse(text, context);
        }
        return new RelativeDate.Meaning(
                iso.get().date(), iso.get().atTime(), iso.get().time().isEmpty());
    }

    private static String text(Object wire, String type) {
        if (wire instanceof Collection<?> items && !items.isEmpty()) {
            return text(items.iterator().next(), type);
        }
        if (wire instanceof String text) {
            if (text.isBlank()) {
                throw PythonError.valueError("Empty date value");
            }
            return text;
        }
        throw PythonError.valueError("Failed to cast " + PythonRepr.of(wire) + " into a " + type);
    }
}
