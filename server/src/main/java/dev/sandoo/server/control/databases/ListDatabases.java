package dev.sandoo.server.control.databases;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import java.util.List;
import java.util.Objects;

/** {@code GET /databases}. */
public final class ListDatabases implements ControlEndpoint<Void> {
    private final ManagedDatabases databases;

    /** What is answered. */
    public record Answer(List<Database> databases) {
        /** One of them. */
        public record Database(String name) {}
    }

    public ListDatabases(ManagedDatabases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("listDatabases", "Lists the databases.").answers(Answer.class);
    }

    @Override
    public Answer answer(ControlRequest<Void> request) {
        return new Answer(databases.names().stream().map(Answer.Database::new).toList());
    }
}
