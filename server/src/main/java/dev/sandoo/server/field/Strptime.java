package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code datetime.strptime} for the directives of dates and times, with its errors. */
final class Strptime {
    private static final String DIRECTIVES = "YmdHMS";

    private final String text;
    private final String format;
    private final int[] parts = {1900, 1, 1, 0, 0, 0};

    private Strptime(String text, String format) {
        this.text = text;
        this.format = format;
    }

    /**
     * The moment that the text gives in this format; what the format leaves out is the start of 1900.
     *
     * @throws PythonError {@code ValueError} as Python raises it
     */
    static LocalDateTime parse(String text, String format) {
        return new Strptime(text, format).parse();
    }

    private LocalDateTime parse() {
        Matcher matcher = pattern().matcher(text);
        if (!matcher.lookingAt()) {
            throw PythonError.valueError(
                    "time data " + PythonValues.repr(text) + " does not match format " + PythonValues.repr(format));
        }
        if (matcher.end() < text.length()) {
            throw PythonError.valueError("unconverted data remains: " + text.substring(matcher.end()));
        }
        for (int i = 0; i < DIRECTIVES.length(); i++) {
            if (format.indexOf("%" + DIRECTIVES.charAt(i)) >= 0) {
                parts[i] = Integer.parseInt(matcher.group(String.valueOf(DIRECTIVES.charAt(i))));
            }
        }
        return moment();
    }

    private LocalDateTime moment() {
        if (parts[0] == 0) {
            throw PythonError.valueError("year 0 is out of range");
        }
        try {
            int second = Math.min(parts[5], 59);
            return LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], second);
        } catch (DateTimeException e) {
            throw PythonError.valueError("day is out of range for month");
        }
    }

    /** As Python builds it: one or two digits for all but the year, within the bounds of each. */
    private Pattern pattern() {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                pattern.append(c == ' ' ? "\\s+" : Pattern.quote(String.valueOf(c)));
                continue;
            }
            if (++i == format.length()) {
                throw PythonError.valueError("stray % in format " + PythonValues.repr(format));
            }
            pattern.append(group(format.charAt(i)));
        }
        return Pattern.compile(pattern.toString());
    }

    private static String group(char directive) {
        return switch (directive) {
            case 'Y' -> "(?<Y>\\d\\d\\d\\d)";
            case 'm' -> "(?<m>1[0-2]|0[1-9]|[1-9])";
            case 'd' -> "(?<d>3[01]|[12]\\d|0[1-9]|[1-9]| [1-9])";
            case 'H' -> "(?<H>2[0-3]|[01]\\d|\\d)";
            case 'M' -> "(?<M>[0-5]\\d|\\d)";
            case 'S' -> "(?<S>6[01]|[0-5]\\d|\\d)";
            default -> throw new IllegalArgumentException("no directive %" + directive);
        };
    }
}
