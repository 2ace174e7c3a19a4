package dev.sandoo.server.query;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates relative to the call's moment: {@code today}, {@code now}, then steps such as {@code -3d} (three days back),
 * {@code =1m} (in January), {@code +monday} (the next Monday, today included). Where the day is asked for, it is the caller's;
 * an hour set on {@code today} is UTC's, as Odoo has it. Source: answers of 19.0.
 */
final class RelativeDate {
    private static final Pattern STEP = Pattern.compile("([+=-])(?:(\\d+)([dwmyHMS])|([a-z_]+))");

    private final String expression;
    private final QueryContext context;
    private LocalDateTime moment;
    private boolean dateOnly;
    /** What turns {@link #moment} into UTC: the caller's offset at the call's moment, or none once it is UTC. */
    private ZoneOffset offset;

    private RelativeDate(String expression, QueryContext context) {
        this.expression = expression;
        this.context = context;
        ZoneId zone = zone(context);
        this.offset = zone.getRules().getOffset(context.now());
        this.moment = context.now().plusSeconds(offset.getTotalSeconds()).truncatedTo(ChronoUnit.SECONDS);
    }

    /** What an expression means: a day of the caller's, or a moment in UTC. */
    record Meaning(LocalDate day, LocalDateTime utc, boolean dateOnly) {}

    /**
     * @throws PythonError naming the term that cannot be read
     */
    static Meaning parse(String expression, QueryContext context) {
        if (expression.isBlank()) {
            throw PythonError.valueError("Empty date value");
        }
        RelativeDate date = new RelativeDate(expression, context);
        String[] words = expression.strip().split("\\s+");
        int first = date.start(words[0]) ? 1 : 0;
        for (int i = first; i < words.length; i++) {
            date.step(words[i]);
        }
        return new Meaning(
                date.moment.toLocalDate(), date.moment.minusSeconds(date.offset.getTotalSeconds()), date.dateOnly);
    }

    /** The caller's time zone; UTC when the name means nothing. */
    static ZoneId zone(QueryContext context) {
        try {
            return ZoneId.of(context.timeZone());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private boolean start(String word) {
        if (word.equals("today")) {
            moment = moment.truncatedTo(ChronoUnit.DAYS);
            dateOnly = true;
            return true;
        }
        return word.equals("now");
    }

    private void step(String word) {
        Matcher step = STEP.matcher(word);
        if (!step.matches()) {
            throw invalid(word);
        }
        char sign = step.group(1).charAt(0);
        try {
            if (step.group(2) == null) {
                toWeekday(sign, step.group(4), word);
            } else if (sign == '=') {
                set(Integer.parseInt(step.group(2)), step.group(3).charAt(0), word);
            } else {
                int amount = Integer.parseInt(step.group(2));
                add(sign == '-' ? -amount : amount, step.group(3).charAt(0));
            }
        } catch (DateTimeException | NumberFormatException outOfRange) {
            throw invalid(word);
        }
    }

    private void toWeekday(char sign, String name, String word) {
        DayOfWeek day = name.equals("week_start") ? context.weekStart() : weekday(name, word);
        moment = moment.with(sign == '+' ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day));
        if (sign == '=') {
            moment = moment.truncatedTo(ChronoUnit.DAYS);
        }
    }

    private DayOfWeek weekday(String name, String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(name)) {
                return day;
            }
        }
        throw invalid(word);
    }

    private void add(int amount, char unit) {
        if (isTime(unit)) {
            leaveDay();
        }
        moment = switch (unit) {
            case 'd' -> moment.plusDays(amount);
            case 'w' -> moment.plusWeeks(amount);
            case 'm' -> moment.plusMonths(amount);
            case 'y' -> moment.plusYears(amount);
            case 'H' -> moment.plusHours(amount);
            case 'M' -> moment.plusMinutes(amount);
            default -> moment.plusSeconds(amount);
        };
    }

    /** Sets a part; what is smaller than it starts anew, save that days and months stay where they are. */
    private void set(int value, char unit, String word) {
        if (isTime(unit)) {
            leaveDay();
        }
        moment = switch (unit) {
            case 'd' -> startOfDay(value == 0 ? moment : onDay(value));
            case 'm' -> startOfDay(value == 0 ? moment : moment.withMonth(value));
            case 'y' -> startOfDay(value == 0 ? moment : moment.withYear(value));
            case 'H' -> moment.withHour(value).truncatedTo(ChronoUnit.HOURS);
            case 'M' -> moment.withMinute(value).truncatedTo(ChronoUnit.MINUTES);
            case 'S' -> moment.withSecond(value);
            default -> throw invalid(word);
        };
    }

    private LocalDateTime onDay(int day) {
        return moment.withDayOfMonth(Math.min(day, moment.toLocalDate().lengthOfMonth()));
    }

    private static LocalDateTime startOfDay(LocalDateTime moment) {
        return moment.truncatedTo(ChronoUnit.DAYS);
    }

    private static boolean isTime(char unit) {
        return unit == 'H' || unit == 'M' || unit == 'S';
    }

    /** A day that gets a time is no longer the caller's day but a moment of UTC. */
    private void leaveDay() {
        if (dateOnly) {
            dateOnly = false;
            offset = ZoneOffset.UTC;
        }
    }

    private PythonError invalid(String word) {
        return PythonError.valueError(
                "Invalid term " + PythonRepr.of(word) + " in expression date: " + PythonRepr.of(expression));
    }
}
