package dev.sandoo.server.addons.calendar;

import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When a meeting is: a beginning with an end or a duration, or whole days, which last from eight to six.
 *
 * <p>Source: meetings made and moved in each of these ways on 19.0 and 14.0.
 */
final class EventTimes implements Addon, ModelHooks {
    private static final String EVENT = CalendarAddon.EVENT;
    private static final String START = "start";
    private static final String STOP = "stop";
    private static final String DURATION = "duration";
    private static final String ALL_DAY = "allday";
    private static final String FIRST_DAY = "start_date";
    private static final String LAST_DAY = "stop_date";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final double HOUR = 3600.0;
    private static final double MINUTE = 60.0;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(EVENT, DURATION, List.of(START, STOP), EventTimes::duration)
                .compute(EVENT, List.of(FIRST_DAY, LAST_DAY), List.of(ALL_DAY, START, STOP), EventTimes::days)
                .constraint(EVENT, List.of(START, STOP, FIRST_DAY, LAST_DAY), EventTimes::requireOrder)
                .hooks(EVENT, this);
    }

    private static Object duration(Records event) {
        LocalDateTime start = event.moment(START);
        LocalDateTime stop = event.moment(STOP);
        double hours = start == null || stop == null
                ? 0
                : Duration.between(start, stop).toSeconds() / HOUR;
        return Math.round(hours * 100) / 100.0;
    }

    private static void days(Records events, Compute.Results results) {
        for (Records event : events) {
            boolean whole = event.bool(ALL_DAY) && event.moment(START) != null && event.moment(STOP) != null;
            results.set(event.id(), FIRST_DAY, whole ? event.moment(START).toLocalDate() : null);
            results.set(event.id(), LAST_DAY, whole ? event.moment(STOP).toLocalDate() : null);
        }
    }

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> event : values) {
            if (PythonValues.isTrue(event.get(ALL_DAY))) {
                bound(event, event);
            }
        }
    }

    private static Optional<LocalDateTime> parsed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, STAMP));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // the field itself refuses it, in Odoo's words
        }
    }

    /** The hours that whole days stand for. */
    private static void bound(Map<String, Object> days, Map<String, Object> hours) {
        if (days.get(FIRST_DAY) instanceof String first && days.get(LAST_DAY) instanceof String last) {
            hours.put(START, first + " 08:00:00");
            hours.put(STOP, last + " 18:00:00");
        }
    }

    private static LocalDateTime after(LocalDateTime start, double hours) {
        return start.plusMinutes(Math.round(hours * HOUR / MINUTE));
    }

    @Override
    public void beforeWrite(Records events, Map<String, Object> values) {
        boolean moved = values.containsKey(START) || values.containsKey(DURATION);
        if (PythonValues.isTrue(values.get(ALL_DAY))
                || !values.containsKey(ALL_DAY) && events.size() == 1 && events.bool(ALL_DAY)) {
            bound(values, values);
        } else if (moved && !values.containsKey(STOP) && events.size() == 1) {
            LocalDateTime start =
                    values.get(START) instanceof String given ? parsed(given).orElse(null) : events.moment(START);
            double hours = values.get(DURATION) instanceof Number given ? given.doubleValue() : events.number(DURATION);
            if (start != null) {
                values.put(STOP, DatetimeText.of(after(start, hours)));
            }
        }
    }

    private static void requireOrder(Records events) {
        for (Records event : events) {
            LocalDateTime start = event.moment(START);
            LocalDateTime stop = event.moment(STOP);
            boolean whole = event.bool(ALL_DAY);
            boolean reversed = whole
                    ? event.date(FIRST_DAY) != null
                            && event.date(LAST_DAY) != null
                            && event.date(LAST_DAY).isBefore(event.date(FIRST_DAY))
                    : start != null && stop != null && stop.isBefore(start);
            if (reversed) {
                throw refusal(event, whole);
            }
        }
    }

    private static ValidationError refusal(Records event, boolean whole) {
        boolean asDays = whole && event.env().version().has("calendar.days-told");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", event.text("name"));
        values.put("start", asDays ? event.date(FIRST_DAY) : DatetimeText.of(event.moment(START)));
        values.put("stop", asDays ? event.date(LAST_DAY) : DatetimeText.of(event.moment(STOP)));
        return new ValidationError(
                event.env().version().message(whole ? "calendar.days-reversed" : "calendar.times-reversed", values));
    }
}
