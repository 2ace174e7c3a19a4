package dev.sandoo.server.control.clock;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.rpc.DatabaseClocks;

/** {@code DELETE /databases/{db}/clock}. */
public record ClearClock(DatabaseClocks clocks) implements ControlEndpoint<Void> {
    @Override
    public Operation<Void> operation() {
        return Operation.of("clearClock", "Lets a database's clock show the real time again.")
                .answers(ClockAnswer.class);
    }

    @Override
    public ClockAnswer answer(ControlRequest<Void> request) {
        return ClockAnswer.of(clocks.clear(request.database()));
    }
}
