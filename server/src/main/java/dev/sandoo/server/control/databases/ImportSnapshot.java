package dev.sandoo.server.control.databases;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.control.RawBody;
import java.util.Objects;

/** {@code PUT /databases/{db}/snapshots/{name}}. */
public final class ImportSnapshot implements ControlEndpoint<RawBody> {
    private final ManagedDatabases databases;

    public ImportSnapshot(ManagedDatabases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<RawBody> operation() {
        return Operation.of("importSnapshot", "Makes a snapshot of a file that one was exported to.")
                .takes(RawBody.class)
                .creates(SnapshotInfo.class)
                .refuses(ProblemKind.UNKNOWN_DATABASE, ProblemKind.NAME_TAKEN);
    }

    @Override
    public SnapshotInfo answer(ControlRequest<RawBody> request) {
        byte[] zip = request.body().bytes();
        return databases.importSnapshot(request.database(), request.path("name"), zip);
    }
}
