package dev.sandoo.server.journal;

import dev.sandoo.server.access.CallerKey;
import dev.sandoo.server.rpc.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A call that has ended, with its secrets masked and no larger than the journal's bounds. Immutable.
 *
 * @param number counts the database's calls in the order in which they ended, from 1; a cleared journal goes on counting
 * @param at when the call began, by the machine's clock
 * @param model the model; {@code common} for logins over RPC and {@code web} for those of people
 * @param args positional arguments as wire values
 * @param kwargs named arguments as wire values
 * @param stub the stub that answered, if it was one
 * @param answer the wire value that was answered; empty when the call failed, or answered nothing
 * @param failure what the call raised
 * @param cut whether something was too large to be kept whole
 */
public record JournalEntry(
        long number,
        Instant at,
        Duration took,
        Origin origin,
        Who who,
        String model,
        String method,
        List<Object> args,
        Map<String, Object> kwargs,
        Optional<String> stub,
        Optional<Object> answer,
        Optional<Failure> failure,
        boolean cut) {
    public JournalEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(took, "took");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(args, "args");
        Objects.requireNonNull(kwargs, "kwargs");
    }

    /**
     * Who called, as far as that became known.
     *
     * @param login empty for a caller who was refused by number
     * @param key the API key that was shown
     */
    public record Who(Optional<Integer> uid, Optional<String> login, Optional<CallerKey> key) {
        /** Nobody known. */
        public static final Who UNKNOWN = new Who(Optional.empty(), Optional.empty(), Optional.empty());

        /** The login, or else the number. */
        @Override
        public String toString() {
            return login.or(() -> uid.map(id -> "user " + id)).orElse("unknown");
        }
    }

    /**
     * How a call failed.
     *
     * @param kind {@code user}, {@code access}, {@code denied}… as {@link dev.sandoo.server.error.ErrorKind} has them in
     *     small letters; {@code internal} for a fault of Sandoo's own
     * @param name the exception's full Python name
     */
    public record Failure(String kind, String name, String message) {}

    /** {@code ok} or the kind of failure. */
    public String outcome() {
        return failure.map(Failure::kind).orElse("ok");
    }
}
