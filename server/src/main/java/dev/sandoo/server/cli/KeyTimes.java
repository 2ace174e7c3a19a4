package dev.sandoo.server.cli;

import dev.sandoo.server.cli.KeyOptions.Detail;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them: {@code 30d}, {@code 12h}, {@code 2027-01-31}. */
final class KeyTimes {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,5})([mhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    private KeyTimes() {}

    /** A length of time; zero, and a problem more, for what is none. */
    static Duration duration(String text, Detail detail, List<Problem> problems) {
        Optional<Duration> length = length(text);
        if (length.isEmpty()) {
            problems.add(new Problem(detail.flag(), "not a length of time", "write it as 90m, 24h or 7d"));
        }
        return length.orElse(Duration.ZERO);
    }

    /** The moment in UTC that is meant; empty for never. */
    static Optional<LocalDateTime> expiration(Optional<String> text, Clock clock, List<Problem> problems) {
        if (text.isEmpty() || text.get().equals("never")) {
            return Optional.empty();
        }
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        Optional<LocalDateTime> moment =
                length(text.get()).map(now::plus).or(() -> date(text.get()).map(LocalDate::atStartOfDay));
        if (moment.isEmpty()) {
            problems.add(new Problem(Detail.EXPIRES.flag(), "not a time", "write it as 30d, 12h, 2027-01-31 or never"));
        } else if (!moment.get().isAfter(now)) {
            problems.add(new Problem(Detail.EXPIRES.flag(), "is past", "give a time that is still to come"));
        }
        return moment;
    }

    /** A length of time such as {@code 90m}, {@code 24h} or {@code 7d}. */
    static Optional<Duration> length(String text) {
        Matcher matcher = LENGTH.matcher(text);
        return matcher.matches()
                ? Optional.of(Duration.of(Integer.parseInt(matcher.group(1)), UNITS.get(matcher.group(2))))
                : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
