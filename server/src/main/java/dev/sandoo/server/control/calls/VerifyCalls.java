package dev.sandoo.server.control.calls;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlException;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.journal.BadQueryException;
import dev.sandoo.server.journal.Journal;
import dev.sandoo.server.journal.QueryReader;
import dev.sandoo.server.journal.Verdict;
import dev.sandoo.server.journal.Verification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code POST /databases/{db}/calls/verify}. */
public final class VerifyCalls implements ControlEndpoint<VerifyCalls.Expectation> {
    private final Journal journal;
    private final KnownDatabase database;

    /** Which calls there should be, and how many; without a number at least one. */
    public record Expectation(
            @JsonPropertyDescription("A model, or a pattern with * in it")
            Optional<String> model,

            @JsonPropertyDescription("A method, or a pattern with * in it")
            Optional<String> method,

            @JsonPropertyDescription("ok, error, or a kind of failure such as access")
            Optional<String> outcome,

            @JsonPropertyDescription("A login or a user's id")
            Optional<String> user,

            @JsonPropertyDescription("An API key's name or id")
            Optional<String> key,

            @JsonPropertyDescription("The number of a call: only later ones")
            Optional<Integer> since,

            @JsonPropertyDescription(
                    "Places in the call, such as values.email, and what they hold: a value, or a comparison"
                            + " such as {\"set\": true}")
            Map<String, Object> where,

            Optional<Integer> exactly,
            Optional<Integer> atLeast,
            Optional<Integer> atMost,
            Optional<Boolean> never) {
        private Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            model.ifPresent(value -> document.put("model", value));
            method.ifPresent(value -> document.put("method", value));
            outcome.ifPresent(value -> document.put("outcome", value));
            user.ifPresent(value -> document.put("user", value));
            key.ifPresent(value -> document.put("key", value));
            since.ifPresent(value -> document.put("since", value));
            document.put("where", where);
            exactly.ifPresent(value -> document.put("exactly", value));
            atLeast.ifPresent(value -> document.put("at_least", value));
            atMost.ifPresent(value -> document.put("at_most", value));
            never.ifPresent(value -> document.put("never", value));
            return document;
        }
    }

    /** What is answered when there were as many as there should be. */
    public record Verified(int count) {}

    public VerifyCalls(Journal journal, KnownDatabase database) {
        this.journal = Objects.requireNonNull(journal, "journal");
        this.database = Objects.requireNonNull(database, "database");
    }

    @Override
    public Operation<Expectation> operation() {
        return Operation.of("verifyCalls", "Says whether a database had the calls that it should have had.")
                .takes(Expectation.class)
                .answers(Verified.class)
                .refuses(ProblemKind.UNKNOWN_DATABASE, ProblemKind.NOT_VERIFIED, ProblemKind.INVALID);
    }

    @Override
    public Verified answer(ControlRequest<Expectation> request) {
        database.require(request.database());
        Verdict verdict = journal.verify(request.database(), verification(request.body()));
        if (!verdict.holds()) {
            throw new ControlException(ProblemKind.NOT_VERIFIED, verdict.text());
        }
        return new Verified(verdict.matching().size());
    }

    private static Verification verification(Expectation expectation) {
        try {
            return QueryReader.verification(expectation.document());
        } catch (BadQueryException error) {
            throw ControlException.invalid("/" + error.member().replaceFirst("\\.", "/"), error.fault());
        }
    }
}
