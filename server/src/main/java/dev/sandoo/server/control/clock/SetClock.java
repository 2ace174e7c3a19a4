package dev.sandoo.server.control.clock;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlException;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.db.DatabaseClock.Reading;
import dev.sandoo.server.document.Lengths;
import dev.sandoo.server.rpc.DatabaseClocks;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code PUT /databases/{db}/clock}. */
public record SetClock(DatabaseClocks clocks) implements ControlEndpoint<SetClock.Setting> {
    /** Times without an offset are meant in UTC, as those of Odoo are. */
    private static final List<Function<String, LocalDateTime>> FORMS = List.of(
            text -> OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDateTime(),
            LocalDateTime::parse,
            text -> LocalDateTime.parse(text, DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")),
            text -> LocalDate.parse(text).atStartOfDay());

    /** How the clock is to be set; at least one of these. */
    public record Setting(
            @JsonPropertyDescription("A time such as 2026-01-31T12:00:00Z or 2026-01-31 12:00:00 (UTC)")
            Optional<String> now,

            @JsonPropertyDescription("Whether it stands still from then on; with now it runs unless this is true")
            Optional<Boolean> frozen,

            @JsonPropertyDescription("How far to move it, such as PT2H, 90m or -1d")
            Optional<String> advance) {}

    @Override
    public Operation<Setting> operation() {
        return Operation.of("setClock", "Sets, freezes or advances a database's clock, which all its calls go by.")
                .takes(Setting.class)
                .answers(ClockAnswer.class);
    }

    @Override
    public ClockAnswer answer(ControlRequest<Setting> request) {
        try {
            return ClockAnswer.of(set(request.database(), request.body()));
        } catch (DateTimeException e) {
            throw ControlException.invalid(request.body().now().isPresent() ? "/now" : "/advance", e.getMessage());
        }
    }

    private Reading set(String database, Setting setting) {
        if (setting.advance().isPresent()) {
            if (setting.now().isPresent() || setting.frozen().isPresent()) {
                throw ControlException.invalid("/advance", "excludes now and frozen");
            }
            return clocks.advance(database, length(setting.advance().get()));
        }
        boolean frozen = setting.frozen().orElse(false);
        if (setting.now().isPresent()) {
            LocalDateTime now = time(setting.now().get());
            return frozen ? clocks.freeze(database, now) : clocks.set(database, now);
        }
        if (setting.frozen().isEmpty()) {
            throw ControlException.invalid("", "give now, frozen or advance");
        }
        return frozen ? clocks.freeze(database) : clocks.run(database);
    }

    private static Duration length(String text) {
        return Lengths.parse(text)
                .orElseThrow(() -> ControlException.invalid("/advance", "must be a duration such as PT2H, 90m or -1d"));
    }

    private static LocalDateTime time(String text) {
        for (Function<String, LocalDateTime> form : FORMS) {
            try {
                return form.apply(text);
            } catch (DateTimeException other) {
                // then in another form
            }
        }
        throw ControlException.invalid("/now", "must be a time such as 2026-01-31T12:00:00Z");
    }
}
