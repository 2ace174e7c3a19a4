package dev.sandoo.server.control.stub;

import dev.sandoo.server.control.ControlEndpoint;
import dev.sandoo.server.control.ControlException;
import dev.sandoo.server.control.ControlRequest;
import dev.sandoo.server.control.Operation;
import dev.sandoo.server.control.ProblemKind;
import dev.sandoo.server.control.RawBody;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.stub.StubShelf;
import java.nio.charset.StandardCharsets;

/** {@code POST /databases/{db}/stubs}. The body is read as it stands, so that what is wrong with it is told by line and field. */
public record LoadStubs(StubShelf shelf) implements ControlEndpoint<RawBody> {
    @Override
    public Operation<RawBody> operation() {
        return Operation.of("loadStubs", "Adds the stubs and models of a YAML or JSON document, all or nothing.")
                .takes(RawBody.class)
                .creates(StubShelf.Loaded.class)
                .asks(
                        "source",
                        "The name of the document's file; it takes the place of what was loaded from it before");
    }

    @Override
    public StubShelf.Loaded answer(ControlRequest<RawBody> request) {
        String text = new String(request.body().bytes(), StandardCharsets.UTF_8);
        try {
            return shelf.load(request.database(), request.query("source"), text);
        } catch (BadDocumentException e) {
            throw new ControlException(ProblemKind.INVALID, e.getMessage());
        }
    }
}
