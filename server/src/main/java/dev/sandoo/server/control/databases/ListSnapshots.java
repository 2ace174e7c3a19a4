package dev.sandoo.server.control.databases;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import java.util.List;
import java.util.Objects;

/** {@code GET /databases/{db}/snapshots}. */
public final class ListSnapshots implements ControlEndpoint<Void> {
    private final ManagedDatabases databases;

    /** What is answered. */
    public record Answer(List<SnapshotInfo> snapshots) {}

    public ListSnapshots(ManagedDatabases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("listSnapshots", "Lists the snapshots of a database.")
                .answers(Answer.class)
                .refuses(ProblemKind.UNKNOWN_DATABASE);
    }

    @Override
    public Answer answer(ControlRequest<Void> request) {
        return new Answer(databases.snapshots(request.database()));
    }
}
