package dev.sandoo.server.control.stub;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.stub.StubShelf;

/** {@code GET /databases/{db}/stubs}. */
public record ListStubs(StubShelf shelf) implements ControlEndpoint<Void> {
    @Override
    public Operation<Void> operation() {
        return Operation.of("listStubs", "Lists a database's stubs in the order in which they are asked.")
                .answers(StubShelf.Content.class);
    }

    @Override
    public StubShelf.Content answer(ControlRequest<Void> request) {
        return shelf.list(request.database());
    }
}
