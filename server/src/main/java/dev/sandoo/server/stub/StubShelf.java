package dev.sandoo.server.stub;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.addons.custom.ModuleModels;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.shelf.DocumentTable;
import dev.sandoo.server.shelf.Entry;
import dev.sandoo.server.sql.SqlFragment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts stubs into databases, shows them and takes them out. They are part of their database: copies have them too, and every
 * node goes by them. Thread-safe.
 *
 * <p>Every method throws {@link dev.sandoo.server.error.OdooError} when there is no such database.
 */
public final class StubShelf {
    private static final DocumentTable TABLE = new DocumentTable("stub", List.of("answered"));
    private static final Origin ORIGIN = new Origin(Protocol.XMLRPC, "127.0.0.1", "sandoo", "stubs");

    private static final SqlFragment SCENARIOS =
            SqlFragment.of("SELECT name, state FROM sandoo_scenario ORDER BY name");
    private static final SqlFragment CLEAR_SCENARIOS = SqlFragment.of("DELETE FROM sandoo_scenario");
    private static final SqlFragment START_OVER =
            SqlFragment.of("UPDATE sandoo_stub SET answered = 0 WHERE answered <> 0");

    private final OdooVersion version;
    private final Dispatcher dispatcher;
    private final Models models;
    private final Credential superuser;

    public StubShelf(OdooVersion version, Dispatcher dispatcher, Models models, Authenticator authenticator) {
        this.version = Objects.requireNonNull(version, "version");
        this.dispatcher = Objects.requireNonNull(dispatcher, "dispatcher");
        this.models = Objects.requireNonNull(models, "models");
        this.superuser = new Credential.Proof(authenticator::superuser);
    }

    /**
     * A stub as it is kept.
     *
     * @param answered how many calls it has answered; counted only for stubs that answer so many times
     * @param document what was loaded
     */
    public record Kept(String name, int answered, Map<String, Object> document) {}

    /** All stubs in the order in which they are asked, and the states of scenarios that have left their first. */
    public record Content(List<Kept> stubs, Map<String, String> scenarios) {}

    /** How much was loaded. */
    public record Loaded(int models, int stubs) {}

    /**
     * Adds what a document says, all or nothing. A stub takes the place of one that has its name, a file the place of what was
     * loaded from it before; they go before all that were loaded earlier.
     *
     * @param source the name of the document's file
     * @throws BadDocumentException that tells all that is wrong with it
     */
    public Loaded load(String database, Optional<String> source, String text) {
        StubFile file = StubFile.parse(version, source, text);
        return in(database, env -> {
            install(env, file.models());
            TABLE.load(env.transaction(), source, file.stubs());
            return new Loaded(file.models().size(), file.stubs().size());
        });
    }

    /** Whether a database has stubs of a file that are not, or no longer, what the file says. */
    public boolean hasOther(String database, String source, String text) {
        List<Entry> said = StubFile.parse(version, Optional.of(source), text).stubs();
        return in(database, env -> TABLE.hasOther(env.transaction(), source, said));
    }

    private static void install(Environment env, Map<String, Node> declared) {
        if (declared.isEmpty()) {
            return;
        }
        new ModelChecks(env.registry().schema(), env.registry().baseSchema(), declared).check();
        declared.values().iterator().next().document().requireGood();
        Map<String, String> documents = new LinkedHashMap<>();
        declared.forEach((name, node) -> documents.put(name, DocumentTable.json(node.plain())));
        new ModuleModels(env.sudo()).install(documents);
    }

    /** What a database has. */
    public Content list(String database) {
        return in(database, env -> {
            Map<String, String> scenarios = new LinkedHashMap<>();
            env.transaction().query(SCENARIOS, row -> scenarios.put(row.text(1), row.text(2)));
            return new Content(TABLE.list(env.transaction(), StubShelf::kept), scenarios);
        });
    }

    private static Kept kept(Row row) {
        return new Kept(row.text(1), row.integer(3), DocumentTable.document(row));
    }

    /** Takes all stubs out, and has scenarios begin anew; models that were declared stay. */
    public void clear(String database) {
        in(database, env -> {
            TABLE.clear(env.transaction());
            return env.transaction().update(CLEAR_SCENARIOS);
        });
    }

    /** Takes one stub out; false when there is none of this name. */
    public boolean remove(String database, String name) {
        return in(database, env -> TABLE.remove(env.transaction(), name));
    }

    /** Has stubs count from nothing and scenarios begin anew. */
    public void startOver(String database) {
        in(database, env -> {
            env.transaction().update(CLEAR_SCENARIOS);
            return env.transaction().update(START_OVER);
        });
    }

    private <T> T in(String database, Function<Environment, T> work) {
        return dispatcher.asCaller(
                database, superuser, ORIGIN, "stubs", (transaction, caller) -> models.work(transaction, caller, work));
    }
}
