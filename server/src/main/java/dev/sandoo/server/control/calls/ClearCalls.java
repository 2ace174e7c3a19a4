package dev.sandoo.server.control.calls;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.journal.Journal;
import java.util.Objects;

/** {@code DELETE /databases/{db}/calls}. */
public final class ClearCalls implements ControlEndpoint<Void> {
    private final Journal journal;
    private final KnownDatabase database;

    public ClearCalls(Journal journal, KnownDatabase database) {
        this.journal = Objects.requireNonNull(journal, "journal");
        this.database = Objects.requireNonNull(database, "database");
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("clearCalls", "Forgets the calls of a database.").refuses(ProblemKind.UNKNOWN_DATABASE);
    }

    @Override
    public Object answer(ControlRequest<Void> request) {
        database.require(request.database());
        journal.clear(request.database());
        return null;
    }
}
