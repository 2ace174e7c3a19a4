package dev.sandoo.server.control.databases;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.seed.SeedFile;
import dev.sandoo.server.seed.Seeds;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** {@code POST /databases/{db}/reset}. */
public final class ResetDatabase implements ControlEndpoint<ResetDatabase.Body> {
    private final ManagedDatabases databases;
    private final Seeds seeds;

    /** What is asked for. */
    public record Body(
            @JsonPropertyDescription("Where to; without one to what the database was made from")
            Optional<String> snapshot,

            @JsonPropertyDescription("Records in YAML, to be written afterwards")
            Optional<String> seeds) {}

    public ResetDatabase(ManagedDatabases databases, Seeds seeds) {
        this.databases = Objects.requireNonNull(databases, "databases");
        this.seeds = Objects.requireNonNull(seeds, "seeds");
    }

    @Override
    public Operation<ResetDatabase.Body> operation() {
        return Operation.of("resetDatabase", "Puts a database back to a snapshot, or to what it was made from.")
                .takes(Body.class)
                .answers(Timing.class)
                .refuses(ProblemKind.UNKNOWN_DATABASE, ProblemKind.UNKNOWN_SNAPSHOT, ProblemKind.INVALID_SEEDS);
    }

    @Override
    public Timing answer(ControlRequest<ResetDatabase.Body> request) {
        return Timing.of(() -> {
            databases.reset(request.database(), request.body().snapshot());
            request.body().seeds().ifPresent(yaml -> seeds.write(request.database(), List.of(SeedFile.yaml(yaml))));
        });
    }
}
