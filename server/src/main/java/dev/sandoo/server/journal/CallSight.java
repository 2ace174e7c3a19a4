package dev.sandoo.server.journal;

import dev.sandoo.server.rpc.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call that has ended as it was, secrets and all. It goes to the journal and to a recording, which mask it each in its own
 * way, and is then let go.
 *
 * @param secret what the caller showed, if that was a password or key
 * @param stub the stub that answered
 * @param error what was raised
 */
record CallSight(
        Instant at,
        Duration took,
        Origin origin,
        String database,
        JournalEntry.Who who,
        Optional<String> secret,
        String model,
        String method,
        List<Object> args,
        Map<String, Object> kwargs,
        Optional<String> stub,
        Optional<Object> answer,
        Optional<RuntimeException> error) {
    /** Arguments, answer and secret stay out of logs. */
    @Override
    public String toString() {
        return "CallSight[" + database + " " + model + "." + method + "]";
    }
}
