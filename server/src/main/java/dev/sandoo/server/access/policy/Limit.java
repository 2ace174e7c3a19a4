package dev.sandoo.server.access.policy;

import java.time.Duration;
import java.util.Objects;

/**
 * How many calls a key may make in any stretch of time of this length.
 *
 * @param name the key of the document that states it: {@code rate} or {@code quota}
 */
public record Limit(String name, int calls, Duration per) {
    public Limit {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(per, "per");
    }
}
