package dev.sandoo.server.control.status;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlException;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.error.OdooError;
import java.util.Objects;

/** {@code GET /health/ready}: calls can be answered when PostgreSQL answers. */
public final class CheckReadiness implements ControlEndpoint<Void> {
    private final Databases databases;

    public CheckReadiness(Databases databases) {
        this.databases = Objects.requireNonNull(databases, "databases");
    }

    @Override
    public Operation<Void> operation() {
        return Operation.of("checkReadiness", "Says whether the server can work, which takes PostgreSQL.")
                .answers(Health.class)
                .refuses(ProblemKind.UNAVAILABLE);
    }

    @Override
    public Health answer(ControlRequest<Void> request) {
        try {
            databases.list();
            return Health.PASS;
        } catch (OdooError error) {
            throw new ControlException(ProblemKind.UNAVAILABLE, error.getMessage());
        }
    }
}
