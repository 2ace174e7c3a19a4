package dev.sandoo.server.control.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sandoo.server.access.CallerKey;
import dev.sandoo.server.journal.JournalEntry;
import dev.sandoo.server.journal.PlainValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A call of the journal as JSON. Secrets are masked. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CallView(
        @JsonPropertyDescription("Counts the database's calls from 1, in the order in which they ended")
        long number,

        @JsonPropertyDescription("When it began, by the machine's clock")
        Instant at,

        double milliseconds,
        String protocol,
        String address,

        @JsonPropertyDescription("Names the call in the log")
        String request,

        Optional<Integer> uid,
        Optional<String> login,

        @JsonPropertyDescription("The name of the API key that was shown")
        Optional<String> key,

        @JsonPropertyDescription("The model; common for logins over RPC, web for those of people")
        String model,

        String method,
        List<Object> args,
        Map<String, Object> kwargs,

        @JsonPropertyDescription("The stub that answered, if it was one")
        Optional<String> stub,

        @JsonPropertyDescription("ok, or the kind of failure")
        String outcome,

        Optional<Object> result,
        Optional<Failure> error,

        @JsonPropertyDescription("Something was too large to be kept whole")
        boolean cut) {
    private static final double MICROS_PER_MILLI = 1e3;

    /** What a call raised. */
    public record Failure(String name, String message) {}

    static CallView of(JournalEntry call) {
        return new CallView(
                call.number(),
                call.at().truncatedTo(ChronoUnit.MICROS),
                call.took().toNanos() / 1000 / MICROS_PER_MILLI,
                call.origin().protocol().name().toLowerCase(Locale.ROOT),
                call.origin().address(),
                call.origin().requestId(),
                call.who().uid(),
                call.who().login(),
                call.who().key().map(CallerKey::name),
                call.model(),
                call.method(),
                PlainValue.of(call.args()),
                PlainValue.of(call.kwargs()),
                call.stub(),
                call.outcome(),
                call.answer().map(PlainValue::of),
                call.failure().map(failure -> new Failure(failure.name(), failure.message())),
                call.cut());
    }
}
