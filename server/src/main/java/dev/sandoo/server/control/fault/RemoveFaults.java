package dev.sandoo.server.control.fault;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlException;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.document.Nearest;
import dev.sandoo.server.fault.FaultShelf;
import java.util.List;
import java.util.Optional;

/** {@code DELETE /databases/{db}/faults}. */
public record RemoveFaults(FaultShelf shelf) implements ControlEndpoint<Void> {
    @Override
    public Operation<Void> operation() {
        return Operation.of("removeFaults", "Removes a database's faults.")
                .asks("name", "The one fault to remove; all of them when it is missing")
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
        List<String> known = shelf.list(database).faults().stream()
                .map(FaultShelf.Kept::name)
                .toList();
        return new ControlException(ProblemKind.NOT_FOUND, "there is no fault " + name + Nearest.hint(name, known));
    }
}
