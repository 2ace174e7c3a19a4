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
public record CallSight(
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
    /** The same with its secrets masked, and nothing cut. */
    public CallSight masked() {
        Capture capture = Capture.whole(model, method, text -> PlainValue.MASK);
        return new CallSight(
                at,
                took,
                origin,
                database,
                who,
                Optional.empty(),
                model,
                method,
                capture.arguments(method, args),
                capture.named(kwargs),
                stub,
                answer.map(capture::value),
                error);
    }

    /** Arguments, answer and secret stay out of logs. */
    @Override
    public String toString() {
        return "CallSight[" + database + " " + model + "." + method + "]";
    }
}
