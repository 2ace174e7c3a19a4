package dev.sandoo.server.control.clock;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.rpc.DatabaseClocks;

/** {@code GET /databases/{db}/clock}. */
public record ShowClock(DatabaseClocks clocks) implements ControlEndpoint<Void> {
    @Override
    public Operation<Void> operation() {
        return Operation.of("showClock", "Says what a database's clock shows.").answers(ClockAnswer.class);
    }

    @Override
    public ClockAnswer answer(ControlRequest<Void> request) {
        return ClockAnswer.of(clocks.read(request.database()));
    }
}
