package dev.sandoo.server.cli;

import dev.sandoo.server.cli.DatabaseFlags.Parsed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** A moment in the past as people write it: so long ago, or a day. In UTC; empty when none was given. */
record CallTimes(Optional<LocalDateTime> moment) {
    static CallTimes of(Parsed parsed, Flag detail, List<Problem> problems) {
        Optional<String> text = parsed.get(detail);
        Optional<LocalDateTime> moment = text.flatMap(CallTimes::read);
        if (text.isPresent() && moment.isEmpty()) {
            problems.add(new Problem(detail.name(), "not a time", "write it as 30d, 12h or 2027-01-31"));
        }
        return new CallTimes(moment);
    }

    private static Optional<LocalDateTime> read(String text) {
        return KeyTimes.length(text)
                .map(LocalDateTime.now(ZoneOffset.UTC)::minus)
                .or(() -> day(text));
    }

    private static Optional<LocalDateTime> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text).atStartOfDay());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
