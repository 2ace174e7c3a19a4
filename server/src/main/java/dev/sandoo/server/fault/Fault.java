package dev.sandoo.server.fault;

import dev.sandoo.server.document.Glob;
import dev.sandoo.server.document.Node;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that goes wrong with calls of a kind. Immutable. Logins are calls of {@code common.authenticate}, those of people
 * of {@code web.login}.
 */
record Fault(String name, Glob model, Glob method, Schedule schedule, Effect effect) {
    Fault {
        Objects.requireNonNull(name, "name");
    }

    /**
     * The fault that an entry of a document describes, empty when it does nothing; what is wrong with it is noted there.
     *
     * @param name what it is called unless it has a name of its own
     */
    static Optional<Fault> read(Node node, String name) {
        node.allow("name", "model", "method", "share", "nth", "every", "times", "seed", "then");
        String ownName = node.find("name").flatMap(Node::text).orElse(name);
        Glob model = new Glob(node.find("model").flatMap(Node::text).orElse("*"));
        Glob method = new Glob(node.find("method").flatMap(Node::text).orElse("*"));
        Schedule schedule = Schedule.read(node);
        return node.require("then").map(then -> new Fault(ownName, model, method, schedule, Effect.read(then)));
    }

    boolean isFor(String modelName, String methodName) {
        return model.fits(modelName) && method.fits(methodName);
    }
}
