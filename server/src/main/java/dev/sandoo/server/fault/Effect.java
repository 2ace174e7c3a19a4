package dev.sandoo.server.fault;

import dev.sandoo.server.document.Node;
import dev.sandoo.server.rpc.Spoiling;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a fault does to a call.
 *
 * @param spoiling what happens to the answer
 * @param error what the call answers with
 * @param isAfter whether the call is carried out all the same
 */
record Effect(Optional<Delay> delay, Optional<Spoiling> spoiling, Optional<Error> error, boolean isAfter) {
    private static final List<String> OUTCOMES =
            List.of("status", "reset", "empty", "cut", "malformed", "bytes_per_second", "error");
    private static final int LEAST_STATUS = 400;
    private static final int GREATEST_STATUS = 599;
    private static final int MOST_BYTES = 1_000_000;

    /** Errors that come from what is beneath the models. */
    enum Error {
        /** The transaction met others five times. */
        SERIALIZATION,
        /** The session is over. */
        SESSION_EXPIRED,
        /** There is no such database any more. */
        DATABASE_GONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Effect read(Node then) {
        then.allow(
                "delay",
                "status",
                "retry_after",
                "reset",
                "empty",
                "cut",
                "malformed",
                "bytes_per_second",
                "error",
                "after");
        Optional<Delay> delay = then.find("delay").flatMap(Delay::read);
        List<String> outcomes =
                OUTCOMES.stream().filter(name -> then.find(name).isPresent()).toList();
        if (outcomes.size() > 1) {
            then.problem("has more than one of " + String.join(", ", outcomes));
        } else if (outcomes.isEmpty() && then.find("delay").isEmpty()) {
            then.problem("needs delay or one of " + String.join(", ", OUTCOMES));
        }
        if (then.find("retry_after").isPresent() && then.find("status").isEmpty()) {
            then.problem("has retry_after, which belongs to status");
        }
        boolean after = then.find("after").flatMap(Node::flag).orElse(false);
        Optional<Error> error = then.find("error").flatMap(Effect::error);
        return new Effect(delay, spoiling(then), error, after);
    }

    private static Optional<Spoiling> spoiling(Node then) {
        Optional<Duration> retryAfter = then.find("retry_after").flatMap(Node::duration);
        return then.find("status")
                .flatMap(node -> node.number(LEAST_STATUS, GREATEST_STATUS))
                .<Spoiling>map(status -> new Spoiling.Status(status, retryAfter))
                .or(() -> on(then, "reset").map(yes -> new Spoiling.Reset()))
                .or(() -> on(then, "empty").map(yes -> new Spoiling.Empty()))
                .or(() -> on(then, "malformed").map(yes -> new Spoiling.Malformed()))
                .or(() -> then.find("cut").flatMap(node -> node.decimal(0, 1)).map(Spoiling.Cut::new))
                .or(() -> then.find("bytes_per_second")
                        .flatMap(node -> node.number(1, MOST_BYTES))
                        .map(Spoiling.Slow::new));
    }

    private static Optional<Boolean> on(Node then, String name) {
        Optional<Node> node = then.find(name);
        Optional<Boolean> flag = node.flatMap(Node::flag);
        if (flag.filter(yes -> !yes).isPresent()) {
            node.get().problem("can only be true; leave it out instead");
        }
        return flag;
    }

    private static Optional<Error> error(Node node) {
        Optional<String> word = node.text();
        Optional<Error> error = word.flatMap(text -> Arrays.stream(Error.values())
                .filter(value -> value.word().equals(text))
                .findFirst());
        if (word.isPresent() && error.isEmpty()) {
            node.problem("must be one of "
                    + Arrays.stream(Error.values()).map(Error::word).collect(Collectors.joining(", ")));
        }
        return error;
    }
}
