package dev.sandoo.server.control.databases;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import java.util.Objects;
import java.util.Optional;

/** {@code POST /databases/{db}/reset}. */
public final class ResetDatabase implements ControlEndpoint<ResetDatabase.Body> {
    private final ManagedDatabases databases;

    /** What is asked for. */
    public record Body(
            @JsonPropertyDescription("Where to; without one to what the database was made from")
            Optional<String> snapshot) {}

    public ResetDatabase(ManagedDatabases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<ResetDatabase.Body> operation() {
        return Operation.of("resetDatabase", "Puts a database back to a snapshot, or to what it was made from.")
                .takes(Body.class)
                .answers(Timing.class)
                .refuses(ProblemKind.UNKNOWN_DATABASE, ProblemKind.UNKNOWN_SNAPSHOT);
    }

    @Override
    public Timing answer(ControlRequest<ResetDatabase.Body> request) {
        return Timing.of(
                () -> databases.reset(request.database(), request.body().snapshot()));
    }
}
