package dev.sandoo.server.control.databases;

import dev.sandoo.server.control.Content;
import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import java.util.Objects;

/** {@code GET /databases/{db}/snapshots/{name}/export}. */
public final class ExportSnapshot implements ControlEndpoint<Void> {
    private static final String ZIP = "application/zip";

    private final ManagedDatabases databases;

    public ExportSnapshot(ManagedDatabases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("exportSnapshot", "Writes a snapshot as one file.")
                .answersContent(ZIP)
                .refuses(ProblemKind.UNKNOWN_SNAPSHOT);
    }

    @Override
    public Content answer(ControlRequest<Void> request) {
        return new Content(ZIP, databases.export(request.database(), request.path("name")));
    }
}
