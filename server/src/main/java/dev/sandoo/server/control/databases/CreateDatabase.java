package dev.sandoo.server.control.databases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import java.util.Objects;
import java.util.Optional;

/** {@code POST /databases}. */
public final class CreateDatabase implements ControlEndpoint<CreateDatabase.Body> {
    private final ManagedDatabases databases;

    /** What is asked for. */
    public record Body(
            @JsonProperty(required = true) String name,

            @JsonPropertyDescription("A snapshot; the database is put back to it by resets, too")
            Optional<String> from) {}

    /** What was made. */
    public record Answer(String name) {}

    public CreateDatabase(ManagedDatabases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<CreateDatabase.Body> operation() {
        return Operation.of("createDatabase", "Makes a database: a fresh one, or one as a snapshot has it.")
                .takes(Body.class)
                .creates(Answer.class)
                .refuses(ProblemKind.UNKNOWN_SNAPSHOT, ProblemKind.NAME_TAKEN);
    }

    @Override
    public Answer answer(ControlRequest<CreateDatabase.Body> request) {
        databases.create(request.body().name(), request.body().from());
        return new Answer(request.body().name());
    }
}
