package dev.sandoo.server.document;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: {@code 200ms}, {@code 1.5s}, {@code 2m}, {@code 1h}, {@code 3d}, {@code 2w}; or as ISO 8601 has them. */
public final class Lengths {
    private static final Pattern FORM = Pattern.compile("(-?\\d{1,9}(?:\\.\\d{1,6})?)\\s*(ms|s|m|h|d|w)");
    private static final Map<String, Long> MICROS = Map.of(
            "ms", 1_000L,
            "s", 1_000_000L,
            "m", 60_000_000L,
            "h", 3_600_000_000L,
            "d", 86_400_000_000L,
            "w", 604_800_000_000L);

    private Lengths() {}

    /** The length; empty when the text is none. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (matcher.matches()) {
            double micros = Double.parseDouble(matcher.group(1)) * MICROS.get(matcher.group(2));
            return Optional.of(Duration.ofNanos(Math.round(micros) * 1_000));
        }
        try {
            return Optional.of(Duration.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
