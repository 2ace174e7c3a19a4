package dev.sandoo.server.control.databases;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import java.util.Objects;

/** {@code DELETE /databases/{db}}. */
public final class DropDatabase implements ControlEndpoint<Void> {
    private final ManagedDatabases databases;

    public DropDatabase(ManagedDatabases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("dropDatabase", "Drops a database and its snapshots.")
                .refuses(ProblemKind.UNKNOWN_DATABASE);
    }

    @Override
    public Object answer(ControlRequest<Void> request) {
        databases.drop(request.database());
        return null;
    }
}
