package dev.sandoo.server.control.databases;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import java.util.Objects;
import java.util.Optional;

/** {@code POST /databases/{db}/snapshots/{name}/restore}. */
public final class RestoreSnapshot implements ControlEndpoint<Void> {
    private final ManagedDatabases databases;

    public RestoreSnapshot(ManagedDatabases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("restoreSnapshot", "Puts a database back to a snapshot.")
                .answers(Timing.class)
                .refuses(ProblemKind.UNKNOWN_DATABASE, ProblemKind.UNKNOWN_SNAPSHOT);
    }

    @Override
    public Timing answer(ControlRequest<Void> request) {
        return Timing.of(() -> databases.reset(request.database(), Optional.of(request.path("name"))));
    }
}
