package dev.sandoo.server.control.databases;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import java.util.Objects;

/** {@code POST /databases/{db}/snapshots}. */
public final class TakeSnapshot implements ControlEndpoint<TakeSnapshot.Body> {
    private final ManagedDatabases databases;

    /** What is asked for. */
    public record Body(@JsonProperty(required = true) String name) {}

    public TakeSnapshot(ManagedDatabases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<TakeSnapshot.Body> operation() {
        return Operation.of("takeSnapshot", "Keeps a database as it is now.")
                .takes(Body.class)
                .creates(SnapshotInfo.class)
                .refuses(ProblemKind.UNKNOWN_DATABASE, ProblemKind.NAME_TAKEN);
    }

    @Override
    public SnapshotInfo answer(ControlRequest<TakeSnapshot.Body> request) {
        return databases.take(request.database(), request.body().name());
    }
}
