package dev.sandoo.server.control.stub;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.stub.StubShelf;

/** {@code POST /databases/{db}/stubs/restart}. */
public record RestartStubs(StubShelf shelf) implements ControlEndpoint<Void> {
    @Override
    public Operation<Void> operation() {
        return Operation.of("restartStubs", "Has stubs count from nothing and scenarios begin in their first state.");
    }

    @Override
    public Object answer(ControlRequest<Void> request) {
        shelf.startOver(request.database());
        return null;
    }
}
