package dev.sandoo.server.control.fault;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.fault.FaultShelf;

/** {@code GET /databases/{db}/faults}. */
public record ListFaults(FaultShelf shelf) implements ControlEndpoint<Void> {
    @Override
    public Operation<Void> operation() {
        return Operation.of("listFaults", "Lists a database's faults in the order in which they are asked.")
                .answers(FaultShelf.Content.class);
    }

    @Override
    public FaultShelf.Content answer(ControlRequest<Void> request) {
        return shelf.list(request.database());
    }
}
