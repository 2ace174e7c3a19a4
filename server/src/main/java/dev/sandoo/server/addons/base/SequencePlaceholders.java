package dev.sandoo.server.addons.base;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The {@code %(year)s} and the like in prefixes and suffixes of sequences. */
final class SequencePlaceholders {
    private static final Map<String, String> PATTERNS = patterns();

    private SequencePlaceholders() {}

    /** Fills the placeholders: plain ones by the date, {@code range_…} by the range's start, {@code current_…} by now. */
    static String fill(String template, LocalDate date, LocalDate rangeStart, LocalDateTime now) {
        if (!template.contains("%(")) {
            return template;
        }
        String text = template;
        for (Map.Entry<String, String> entry : PATTERNS.entrySet()) {
            text = replace(text, entry.getKey(), entry.getValue(), date.atTime(now.toLocalTime()));
            text = replace(text, "range_" + entry.getKey(), entry.getValue(), rangeStart.atTime(now.toLocalTime()));
            text = replace(text, "current_" + entry.getKey(), entry.getValue(), now);
        }
        return text;
    }

    private static String replace(String text, String name, String pattern, LocalDateTime moment) {
        String placeholder = "%(" + name + ")s";
        if (!text.contains(placeholder)) {
            return text;
        }
        return text.replace(placeholder, value(pattern, moment));
    }

    private static String value(String pattern, LocalDateTime moment) {
        return switch (pattern) {
            case "woy" -> String.format("%02d", (moment.getDayOfYear() + 6 - (moment.getDayOfWeek().getValue() - 1)) / 7);
            case "isoweek" -> String.format("%02d", moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "weekday" -> Integer.toString(moment.getDayOfWeek().getValue() % 7);
            default -> moment.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
        };
    }

    private static Map<String, String> patterns() {
        Map<String, String> patterns = new LinkedHashMap<>();
        patterns.put("year", "uuuu");
        patterns.put("month", "MM");
        patterns.put("day", "dd");
        patterns.put("y", "uu");
        patterns.put("doy", "DDD");
        patterns.put("woy", "woy");
        patterns.put("isoweek", "isoweek");
        patterns.put("weekday", "weekday");
        patterns.put("h24", "HH");
        patterns.put("h12", "hh");
        patterns.put("min", "mm");
        patterns.put("sec", "ss");
        return patterns;
    }
}
