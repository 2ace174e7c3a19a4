package dev.sandoo.server.control.clock;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sandoo.server.db.DatabaseClock.Pace;
import dev.sandoo.server.db.DatabaseClock.Reading;
import java.time.Instant;
import java.time.ZoneOffset;

/** What is answered about a database's clock. */
public record ClockAnswer(
        @JsonPropertyDescription("What the clock shows") Instant now,

        @JsonPropertyDescription("Whether it stands still") boolean frozen,

        @JsonPropertyDescription("Whether it shows the real time")
        boolean real) {

    static ClockAnswer of(Reading reading) {
        return new ClockAnswer(
                reading.now().toInstant(ZoneOffset.UTC), reading.pace() == Pace.FROZEN, reading.pace() == Pace.REAL);
    }
}
