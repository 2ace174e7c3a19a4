package dev.sandoo.server.control.status;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;

/** {@code GET /health/live}: whoever reads the answer has it. */
public final class CheckLiveness implements ControlEndpoint<Void> {
    @Override
    public Operation<Void> operation() {
        return Operation.of("checkLiveness", "Says that the server answers at all.")
                .answers(Health.class);
    }

    @Override
    public Health answer(ControlRequest<Void> request) {
        return Health.PASS;
    }
}
