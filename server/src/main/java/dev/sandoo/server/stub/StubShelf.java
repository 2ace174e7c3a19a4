package dev.sandoo.server.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.addons.custom.ModuleModels;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.db.Row;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.document.BadDocumentException;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.rpc.Credential;
import dev.sandoo.server.rpc.Dispatcher;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.sql.SqlNull;
import java.io.UncheckedIOException;
import java.util.HashMap;
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
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Origin ORIGIN = new Origin(Protocol.XMLRPC, "127.0.0.1", "sandoo", "stubs");

    private static final SqlFragment NEXT_LOAD = SqlFragment.of("SELECT coalesce(max(load), 0) + 1 FROM sandoo_stub");
    private static final String REPLACE = "DELETE FROM sandoo_stub WHERE name = ?";
    private static final String REPLACE_FILE = "DELETE FROM sandoo_stub WHERE left(name, length(?)) = ?";
    private static final String OF_FILE =
            "SELECT name, document FROM sandoo_stub WHERE left(name, length(?)) = ? OR name = ANY (?)";
    private static final String INSERT = "INSERT INTO sandoo_stub (name, load, document) VALUES (?, ?, ?)";
    private static final SqlFragment LIST = SqlFragment.of("""
            SELECT coalesce(name, 'stub-' || id), answered, document FROM sandoo_stub ORDER BY load DESC, id""");
    private static final SqlFragment SCENARIOS =
            SqlFragment.of("SELECT name, state FROM sandoo_scenario ORDER BY name");
    private static final SqlFragment CLEAR = SqlFragment.of("DELETE FROM sandoo_stub");
    private static final SqlFragment CLEAR_SCENARIOS = SqlFragment.of("DELETE FROM sandoo_scenario");
    private static final SqlFragment START_OVER =
            SqlFragment.of("UPDATE sandoo_stub SET answered = 0 WHERE answered <> 0");
    private static final String REMOVE = "DELETE FROM sandoo_stub WHERE coalesce(name, 'stub-' || id) = ?";

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
            source.ifPresent(name -> env.transaction().update(SqlFragment.of(REPLACE_FILE, name + "#", name + "#")));
            insert(env.transaction(), file.stubs());
            return new Loaded(file.models().size(), file.stubs().size());
        });
    }

    /** Whether a database has stubs of a file that are not, or no longer, what the file says. */
    public boolean hasOther(String database, String source, String text) {
        Map<String, String> said = new HashMap<>();
        for (StubFile.Entry stub :
                StubFile.parse(version, Optional.of(source), text).stubs()) {
            said.put(stub.name().orElseThrow(), json(stub.document()));
        }
        Map<String, String> kept = new HashMap<>();
        SqlFragment ofFile = SqlFragment.of(
                OF_FILE,
                source + "#",
                source + "#",
                new SqlArray("text", said.keySet().toArray()));
        in(database, env -> env.transaction().query(ofFile, row -> kept.put(row.text(1), row.text(2))));
        return !kept.isEmpty() && !kept.equals(said);
    }

    private static void install(Environment env, Map<String, Node> declared) {
        if (declared.isEmpty()) {
            return;
        }
        new ModelChecks(env.registry().schema(), env.registry().baseSchema(), declared).check();
        declared.values().iterator().next().document().requireGood();
        Map<String, String> documents = new LinkedHashMap<>();
        declared.forEach((name, node) -> documents.put(name, json(node.plain())));
        new ModuleModels(env.sudo()).install(documents);
    }

    private static void insert(Transaction transaction, List<StubFile.Entry> stubs) {
        int load = transaction.queryFirst(NEXT_LOAD, row -> row.integer(1)).orElseThrow();
        for (StubFile.Entry stub : stubs) {
            stub.name().ifPresent(name -> transaction.update(SqlFragment.of(REPLACE, name)));
            Object name = stub.name().<Object>map(text -> text).orElseGet(() -> new SqlNull("varchar"));
            transaction.update(SqlFragment.of(INSERT, name, load, json(stub.document())));
        }
    }

    /** What a database has. */
    public Content list(String database) {
        return in(database, env -> {
            Map<String, String> scenarios = new LinkedHashMap<>();
            env.transaction().query(SCENARIOS, row -> scenarios.put(row.text(1), row.text(2)));
            return new Content(env.transaction().query(LIST, StubShelf::kept), scenarios);
        });
    }

    private static Kept kept(Row row) {
        return new Kept(row.text(1), row.integer(2), map(row.text(3)));
    }

    /** Takes all stubs out, and has scenarios begin anew; models that were declared stay. */
    public void clear(String database) {
        in(database, env -> {
            env.transaction().update(CLEAR_SCENARIOS);
            return env.transaction().update(CLEAR);
        });
    }

    /** Takes one stub out; false when there is none of this name. */
    public boolean remove(String database, String name) {
        return in(database, env -> env.transaction().update(SqlFragment.of(REMOVE, name)) > 0);
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

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // JSON has no keys but text
    private static Map<String, Object> map(String json) {
        try {
            return JSON.readValue(json, LinkedHashMap.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
