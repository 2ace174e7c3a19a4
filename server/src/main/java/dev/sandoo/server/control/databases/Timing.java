package dev.sandoo.server.control.databases;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.time.Duration;

/** How long something took. */
public record Timing(
        @JsonPropertyDescription("How long it took") long milliseconds) {
    static Timing of(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return new Timing(Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
}
