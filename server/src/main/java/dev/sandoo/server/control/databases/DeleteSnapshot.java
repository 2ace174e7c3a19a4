package dev.sandoo.server.control.databases;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import java.util.Objects;

/** {@code DELETE /databases/{db}/snapshots/{name}}. */
public final class DeleteSnapshot implements ControlEndpoint<Void> {
    private final ManagedDatabases databases;

    public DeleteSnapshot(ManagedDatabases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("deleteSnapshot", "Deletes a snapshot.").refuses(ProblemKind.UNKNOWN_SNAPSHOT);
    }

    @Override
    public Object answer(ControlRequest<Void> request) {
        databases.delete(request.database(), request.path("name"));
        return null;
    }
}
