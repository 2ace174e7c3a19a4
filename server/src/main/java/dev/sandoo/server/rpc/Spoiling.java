package dev.sandoo.server.rpc;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** What happens to an answer on its way to the client. */
public sealed interface Spoiling {
    /** Another answer altogether, such as a proxy gives: 502, 503. */
    record Status(int status, Optional<Duration> retryAfter) implements Spoiling {
        public Status {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /** No answer: the connection is reset. */
    record Reset() implements Spoiling {}

    /** An answer without a body. */
    record Empty() implements Spoiling {}

    /** The connection ends when so much of the body is sent; {@code share} lies between 0 and 1. */
    record Cut(double share) implements Spoiling {}

    /** Rubbish in place of the body's second half. */
    record Malformed() implements Spoiling {}

    /** The body trickles. */
    record Slow(int bytesPerSecond) implements Spoiling {}
}
