package dev.sandoo.server.query;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates and datetimes as Python's {@code fromisoformat} does, with its errors. Fractions of seconds are dropped. */
final class IsoTimes {
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:-(\\d\\d)-(\\d\\d)|(\\d\\d)(\\d\\d))(.*)", Pattern.DOTALL);
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d\\d)(?:-?(\\d))?(.*)", Pattern.DOTALL);
    private static final Pattern TIME =
            Pattern.compile(".(\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d+)?)?)?(Z|[+-]\\d\\d.*)?", Pattern.DOTALL);

    private IsoTimes() {}

    /** A date, with a time if one was written. */
    record Moment(LocalDate date, Optional<LocalTime> time) {
        LocalDateTime atTime() {
            return date.atTime(time.orElse(LocalTime.MIDNIGHT));
        }
    }

    /** The moment that the text states; empty when it does not look like one at all. */
    static Optional<Moment> parse(String text) {
        Matcher date = DATE.matcher(text);
        if (date.matches()) {
            boolean dashed = date.group(2) != null;
            LocalDate day = day(date.group(1), date.group(dashed ? 2 : 4), date.group(dashed ? 3 : 5));
            return Optional.of(new Moment(day, time(date.group(6), text)));
        }
        Matcher week = WEEK.matcher(text);
        if (week.matches()) {
            return Optional.of(new Moment(weekday(week, text), time(week.group(4), text)));
        }
        if (!text.isEmpty() && Character.isDigit(text.charAt(0)) && text.indexOf('-') > 0) {
            throw invalid(text);
        }
        return Optional.empty();
    }

    private static LocalDate day(String year, String month, String day) {
        int y = Integer.parseInt(year);
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        check(y > 0, "year 0 is out of range");
        check(m >= 1 && m <= 12, "month must be in 1..12");
        check(d >= 1 && d <= YearMonth.of(y, m).lengthOfMonth(), "day is out of range for month");
        return LocalDate.of(y, m, d);
    }

    private static LocalDate weekday(Matcher week, String text) {
        int day = week.group(3) == null ? 1 : Integer.parseInt(week.group(3));
        try {
            return LocalDate.of(Integer.parseInt(week.group(1)), 1, 4)
                    .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.group(2)))
                    .with(DayOfWeek.of(day));
        } catch (DateTimeException wrong) {
            throw invalid(text);
        }
    }

    private static Optional<LocalTime> time(String rest, String text) {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        Matcher time = TIME.matcher(rest);
        if (!time.matches() || Character.isDigit(rest.charAt(0))) {
            throw invalid(text);
        }
        int hour = part(time.group(1));
        int minute = part(time.group(2));
        int second = part(time.group(3));
        check(hour < 24, "hour must be in 0..23");
        check(minute < 60, "minute must be in 0..59");
        check(second < 60, "second must be in 0..59");
        if (time.group(4) != null) {
            throw PythonError.valueError("expecting only datetimes with no timezone: " + PythonRepr.of(text));
        }
        return Optional.of(LocalTime.of(hour, minute, second));
    }

    private static int part(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw PythonError.valueError(message);
        }
    }

    private static PythonError invalid(String text) {
        return PythonError.valueError("Invalid isoformat string: " + PythonRepr.of(text));
    }
}
