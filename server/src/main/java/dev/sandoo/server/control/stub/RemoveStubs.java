package dev.sandoo.server.control.stub;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlException;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.document.Nearest;
import dev.sandoo.server.stub.StubShelf;
import java.util.List;
import java.util.Optional;

/** {@code DELETE /databases/{db}/stubs}. */
public record RemoveStubs(StubShelf shelf) implements ControlEndpoint<Void> {
    @Override
    public Operation<Void> operation() {
        return Operation.of("removeStubs", "Removes a database's stubs; models that were declared stay.")
                .asks("name", "The one stub to remove; all of them when it is missing")
                .refuses(ProblemKind.NOT_FOUND);
    }

    @Override
    public Object answer(ControlRequest<Void> request) {
        Optional<String> name = request.query("name");
        if (name.isEmpty()) {
            shelf.clear(request.database());
        } else if (!shelf.remove(request.database(), name.get())) {
            throw unknown(request.database(), name.get());
        }
        return null;
    }

    private ControlException unknown(String database, String name) {
        List<String> known =
                shelf.list(database).stubs().stream().map(StubShelf.Kept::name).toList();
        return new ControlException(ProblemKind.NOT_FOUND, "there is no stub " + name + Nearest.hint(name, known));
    }
}
