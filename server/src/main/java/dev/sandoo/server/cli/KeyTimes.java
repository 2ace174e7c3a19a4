package dev.sandoo.server.cli;

import dev.sandoo.server.KeyAdministration.End;
import java.time.Duration;
import java.time.LocalDate;
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
    static Duration duration(String text, Flag detail, List<Problem> problems) {
        Optional<Duration> length = length(text);
        if (length.isEmpty()) {
            problems.add(new Problem(detail.name(), "not a length of time", "write it as 90m, 24h or 7d"));
        }
        return length.orElse(Duration.ZERO);
    }

    /** When a key is to end; empty for never. */
    static Optional<End> expiration(Optional<String> text, List<Problem> problems) {
        if (text.isEmpty() || text.get().equals("never")) {
            return Optional.empty();
        }
        Optional<End> end = length(text.get())
                .filter(life -> !life.isZero())
                .<End>map(End.After::new)
                .or(() -> date(text.get()).map(day -> new End.At(day.atStartOfDay())));
        if (end.isEmpty()) {
            problems.add(
                    new Problem(KeyOptions.EXPIRES.name(), "not a time", "write it as 30d, 12h, 2027-01-31 or never"));
        }
        return end;
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
