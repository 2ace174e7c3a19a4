package dev.sandoo.server;

import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.access.AccessCatalog;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.access.CallerUser;
import dev.sandoo.server.access.Counters;
import dev.sandoo.server.access.policy.KeyName;
import dev.sandoo.server.access.policy.KeyRights;
import dev.sandoo.server.access.policy.PolicyParser;
import dev.sandoo.server.addons.Addons;
import dev.sandoo.server.addons.base.Secrets;
import dev.sandoo.server.addons.security.TestSignIn;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.orm.Registries;
import dev.sandoo.server.orm.Registry;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The models of a version over a fresh database, called as the administrator, each call in a transaction of its own. */
public final class TestModels implements AutoCloseable {
    /** Reading a schema takes its time, and models know no database: those of a version serve all tests. */
    private static final Map<String, Wiring> WIRINGS = new ConcurrentHashMap<>();

    private final Wiring wiring;
    private final Database database;

    private record Wiring(Models models, AccessCatalog rights) {}

    public TestModels(String version) {
        wiring = WIRINGS.computeIfAbsent(version, TestModels::wire);
        database = TestPostgres.fresh(version);
    }

    private static Wiring wire(String version) {
        Schema schema = SchemaLoader.load(version);
        Behaviours behaviours = Behaviours.of(
                Addons.all(new Secrets(password -> password, String::equals), TestSignIn.of(schema.version())));
        return new Wiring(
                new Models(new Registries(new Registry(schema, behaviours))), new AccessCatalog(schema.version()));
    }

    /** What a call answered, and by how many statements besides those that establish the caller. */
    public record Cost(Object answer, int statements) {}

    public Object call(String model, String method, List<?> args, Map<String, ?> kwargs) {
        return costOf(model, method, args, kwargs).answer();
    }

    public Cost costOf(String model, String method, List<?> args, Map<String, ?> kwargs) {
        return costOf(admin -> admin, model, method, args, kwargs);
    }

    /** The same with a key under a policy. */
    public Cost costUnder(String policy, String model, String method, List<?> args) {
        KeyRights rights =
                new KeyRights(new KeyName(1, "key", "policy"), PolicyParser.parseStored(policy), model, method);
        return costOf(admin -> admin.boundBy(rights, admin.groupIds()), model, method, args, Map.of());
    }

    private Cost costOf(UnaryOperator<Caller> as, String model, String method, List<?> args, Map<String, ?> kwargs) {
        try (Transaction transaction = database.begin()) {
            Caller admin = as.apply(admin(transaction));
            transaction.now(); // the statement that establishes a caller reads it along
            int before = transaction.statements();
            Object answer = wiring.models()
                    .call(transaction, admin, model, method, new ArrayList<>(args), new HashMap<>(kwargs));
            int statements = transaction.statements() - before;
            transaction.commit();
            return new Cost(answer, statements);
        }
    }

    private Caller admin(Transaction transaction) {
        Map<String, Long> counted = new HashMap<>();
        transaction.query(
                SqlFragment.of("SELECT name, value FROM sandoo_counter"),
                row -> counted.put(row.text(1), row.longOrNull(2)));
        Counters counters = new Counters(counted.get("registry"), counted.get("access"));
        List<Integer> groups = transaction.query(
                SqlFragment.of("SELECT gid FROM res_groups_users_rel WHERE uid = 2"), row -> row.integer(1));
        var access = wiring.rights().tables(counters, transaction);
        CallerUser user = new CallerUser(
                2, "admin", "Administrator", 3, 1, List.of(1), Optional.of("en_US"), Optional.empty(), false);
        return Caller.of(database.name(), user, Set.copyOf(access.withImplied(groups)), counters, access);
    }

    @Override
    public void close() {
        database.close();
    }
}
