package dev.sandoo.server.access.policy;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How and when a key would be used.
 *
 * @param state the key's
 * @param address empty when it is not to be judged
 * @param protocol empty when it is not to be judged
 */
public record Circumstances(String state, Instant moment, Optional<String> address, Optional<String> protocol) {
    public Circumstances {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(moment, "moment");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(protocol, "protocol");
    }
}
