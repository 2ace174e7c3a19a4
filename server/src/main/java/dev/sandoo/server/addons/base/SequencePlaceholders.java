package dev.sandoo.server.addons.base;

import dev.sandoo.server.error.PythonError;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code %(year)s} and the like in prefixes and suffixes of sequences. */
final class SequencePlaceholders {
    private static final Pattern PERCENT = Pattern.compile("%(?:\\((\\w+)\\)s|%)?");
    private static final Map<String, String> PATTERNS = patterns();

    private SequencePlaceholders() {}

    /**
     * Fills the placeholders as Python does: plain ones by the date, {@code range_…} by the range's start, {@code current_…}
     * by now.
     *
     * @throws PythonError a KeyError for an unknown name, a ValueError for a percent sign that begins nothing
     */
    static String fill(String template, LocalDate date, LocalDate rangeStart, LocalDateTime now) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = PERCENT.matcher(template);
        int end = 0;
        while (matcher.find()) {
            text.append(template, end, matcher.start());
            end = matcher.end();
            if (matcher.group(1) != null) {
                text.append(value(matcher.group(1), date, rangeStart, now));
            } else if (matcher.group().equals("%%")) {
                text.append('%');
            } else {
                throw PythonError.valueError("unsupported format character");
            }
        }
        return text.append(template.substring(end)).toString();
    }

    private static String value(String name, LocalDate date, LocalDate rangeStart, LocalDateTime now) {
        if (name.startsWith("range_") && PATTERNS.containsKey(name.substring(6))) {
            return value(PATTERNS.get(name.substring(6)), rangeStart.atTime(now.toLocalTime()));
        }
        if (name.startsWith("current_") && PATTERNS.containsKey(name.substring(8))) {
            return value(PATTERNS.get(name.substring(8)), now);
        }
        if (!PATTERNS.containsKey(name)) {
            throw PythonError.keyError(name);
        }
        return value(PATTERNS.get(name), date.atTime(now.toLocalTime()));
    }

    private static String value(String pattern, LocalDateTime moment) {
        return switch (pattern) {
            case "woy" ->
                String.format(
                        "%02d",
                        (moment.getDayOfYear() + 6 - (moment.getDayOfWeek().getValue() - 1)) / 7);
            case "isoweek" -> String.format("%02d", moment.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case "isoyear" -> Integer.toString(moment.get(IsoFields.WEEK_BASED_YEAR));
            case "isoy" -> String.format("%02d", moment.get(IsoFields.WEEK_BASED_YEAR) % 100);
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
        patterns.put("isoyear", "isoyear");
        patterns.put("isoy", "isoy");
        patterns.put("weekday", "weekday");
        patterns.put("h24", "HH");
        patterns.put("h12", "hh");
        patterns.put("min", "mm");
        patterns.put("sec", "ss");
        return patterns;
    }
}
