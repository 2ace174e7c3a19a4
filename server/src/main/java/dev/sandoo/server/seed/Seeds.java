package dev.sandoo.server.seed;

import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.Verdict;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.ObjectMethods;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes files of seeds into databases, as their administrator. Thread-safe. */
public final class Seeds {
    private static final int ADMINISTRATOR = 2;
    private static final Origin ORIGIN = new Origin(Protocol.HTTP, "127.0.0.1", "sandoo", "seeds");

    private final Dispatcher dispatcher;
    private final ObjectMethods methods;
    private final Models models;
    private final Credential administrator;

    /**
     * Writes through methods.
     *
     * @param models makes the records whose ids are given, which no method can
     */
    public Seeds(Dispatcher dispatcher, ObjectMethods methods, Models models, Authenticator authenticator) {
        this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
        this.methods = Objects.requireNonNull(methods, "methods");
        this.models = Objects.requireNonNull(models, "models");
        this.administrator = new Credential.Proof(transaction -> authenticator
                .ofSession(transaction, ADMINISTRATOR)
                .<Verdict>map(Verdict.Known::new)
                .orElseGet(() -> authenticator.superuser(transaction)));
    }

    /**
     * Writes all that the files hold, or nothing. Records whose external id is known are brought up to date, others made.
     *
     * @return how many records of each model
     * @throws SeedException that says what is wrong and where
     */
    public Map<String, Integer> write(String database, List<SeedFile> files) {
        List<Unit> units = SeedOrder.of(SeedReader.read(files));
        return dispatcher.asCaller(
                database,
                administrator,
                ORIGIN,
                "seeds",
                (transaction, caller) -> new SeedWriter(transaction, caller, methods, models).write(units));
    }
}
