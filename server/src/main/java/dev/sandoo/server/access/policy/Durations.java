package dev.sandoo.server.access.policy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stretches of time such as {@code 30s}, {@code 1m}, {@code 12h} and {@code 1d}, and moments. */
final class Durations {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*([smhdw])");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));
    private static final Duration MOST = Duration.ofDays(366);

    private Durations() {}

    static Optional<Duration> read(Section.Entry entry) {
        Matcher matcher = DURATION.matcher(entry.shown());
        Optional<Duration> duration = matcher.matches()
                ? Optional.of(UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))))
                : Optional.empty();
        Optional<Duration> fitting = duration.filter(one -> !one.isZero() && one.compareTo(MOST) <= 0);
        if (fitting.isEmpty()) {
            entry.problem("must be a stretch of time such as 30s, 1m, 12h or 1d, at most a year");
        }
        return fitting;
    }

    /** A day, which ends with it in UTC, or a moment; without an offset, in UTC. */
    static Optional<Instant> moment(String text) {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return Optional.of(LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
            }
            String iso = text.strip().replace(' ', 'T');
            return Optional.of(
                    iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
