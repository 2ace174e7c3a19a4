package dev.sandoo.server.control;

import dev.sandoo.server.db.Databases;
import java.util.Objects;

/** An endpoint for what a database has, which is only asked when there is the database that the path names. */
public record OfDatabase<B>(Databases databases, ControlEndpoint<B> endpoint) implements ControlEndpoint<B> {
    public OfDatabase {
        Objects.requireNonNull(databases, "databases");
        Objects.requireNonNull(endpoint, "endpoint");
    }

    @Override
    public Operation<B> operation() {
        return endpoint.operation().refuses(ProblemKind.UNKNOWN_DATABASE);
    }

    @Override
    public Object answer(ControlRequest<B> request) {
        if (databases.open(request.database()).isEmpty()) {
            throw ControlException.unknownDatabase(request.database(), databases.list());
        }
        return endpoint.answer(request);
    }
}
