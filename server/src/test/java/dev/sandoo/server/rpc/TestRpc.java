package dev.sandoo.server.rpc;

import dev.sandoo.schema.MethodNote;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.MethodNotes;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.access.AccessCatalog;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.addons.Addons;
import dev.sandoo.server.addons.base.Secrets;
import dev.sandoo.server.addons.security.SignIn;
import dev.sandoo.server.audit.AuditTrail;
import dev.sandoo.server.auth.ApiKeys;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.LoginCooldown;
import dev.sandoo.server.auth.PasswordHasher;
import dev.sandoo.server.auth.VerifiedSecrets;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.DatabaseClock;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Models;
import dev.sandoo.server.orm.Registries;
import dev.sandoo.server.orm.Registry;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.storage.DatabaseBackup;
import dev.sandoo.server.storage.DatabaseIdentity;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The services of one version over a fresh database, as the running server wires them. */
public final class TestRpc implements AutoCloseable {
    public static final int ADMIN = 2;

    /** Reading a schema takes its time, and services know no database: one of each version serves all tests. */
    private static final Map<String, Wiring> WIRINGS = new ConcurrentHashMap<>();

    private final Wiring wiring;
    private final Database database;

    private record Wiring(
            OdooVersion version, Dispatcher dispatcher, Services services, Models models, CallAudit audit) {}

    public TestRpc(String version) {
        this.wiring = WIRINGS.computeIfAbsent(version, TestRpc::wire);
        this.database = TestPostgres.fresh(version);
    }

    private static Wiring wire(String version) {
        Schema schema = SchemaLoader.load(version);
        return wire(schema.version(), schema, TestPostgres.databases(version));
    }

    private static Wiring wire(OdooVersion version, Schema schema, Databases databases) {
        SecureRandom random = new SecureRandom();
        VerifiedSecrets secrets = new VerifiedSecrets(new PasswordHasher(random, 10), random);
        Authenticator authenticator = new Authenticator(version, secrets, new LoginCooldown(), new Sessions(version));
        Behaviours behaviours = Behaviours.of(
                Addons.all(new Secrets(secrets::hash, secrets::matches), SignIn.of(version, authenticator, random)));
        Models models = new Models(new Registries(new Registry(schema, behaviours)));
        CallAudit audit = new CallAudit(
                new AuditTrail(databases, AuditTrail.Extent.EVERYTHING, Optional.empty(), Clock.systemUTC()));
        Dispatcher dispatcher = new Dispatcher(
                version,
                databases,
                authenticator,
                new Callers(version, new AccessCatalog(version), new Sessions(version)),
                new KeyPolicies(),
                new ModelMethods(models),
                audit,
                List.of());
        KnownDatabases known = new KnownDatabases(databases, Optional.empty());
        DatabaseService service = new DatabaseService(
                version,
                known,
                new MasterPassword(databases, "admin", secrets::hash, secrets::matches),
                new DatabaseOperations(
                        version, databases, known, dispatcher, new ZipBackups(version), name -> {}, name -> {}),
                new NoCatalogue(),
                DatabaseService.Management.OPEN);
        Services services = new Services(version, dispatcher, service);
        return new Wiring(version, dispatcher, services, models, audit);
    }

    OdooVersion version() {
        return wiring.version;
    }

    /** What edges call. */
    public Dispatcher dispatcher() {
        return wiring.dispatcher;
    }

    /** The documents about models. */
    public Documentation documentation() {
        return new Documentation(
                wiring.dispatcher, new OrmDocuments(wiring.models, MethodNotes.of(wiring.version.name())));
    }

    /** The databases of the version, this test's among them. */
    public KnownDatabases databases() {
        return new KnownDatabases(TestPostgres.databases(wiring.version.name()), Optional.of(database.name() + "$"));
    }

    /** A setting of the server as it is stored. */
    String setting(String key) {
        return TestPostgres.databases(wiring.version.name()).setting(key).orElse("");
    }

    public RpcServices services() {
        return wiring.services;
    }

    /** An API key that may do all its user may. */
    public String key(int uid) {
        try (Transaction transaction = database.begin()) {
            String secret = new ApiKeys(new SecureRandom())
                    .make(transaction, uid, "test", Optional.empty(), Optional.empty())
                    .secret();
            transaction.commit();
            return secret;
        }
    }

    Database database() {
        return database;
    }

    public String databaseName() {
        return database.name();
    }

    /** Lets time pass for the pause after failed logins. */
    void pass(Duration duration) {
        try (Transaction transaction = database.begin()) {
            DatabaseClock.advance(transaction, duration);
            transaction.commit();
        }
    }

    /** {@code common.login} on the test's database. */
    public Object login(String login, String password) {
        return loginFrom("127.0.0.1", login, password);
    }

    Object loginFrom(String address, String login, String password) {
        return wiring.services.call("common", "login", List.of(database.name(), login, password), origin(address));
    }

    /** {@code common.authenticate} with what the client says of itself. */
    Object authenticate(String login, String password, Map<String, Object> environment) {
        return wiring.services.call(
                "common", "authenticate", List.of(database.name(), login, password, environment), origin("127.0.0.1"));
    }

    /** {@code object.execute} as the administrator. */
    public Object admin(String model, String method, Object... args) {
        return as(ADMIN, "admin", model, method, args);
    }

    /** {@code object.execute} as a user. */
    Object as(int uid, Object secret, String model, String method, Object... args) {
        return executeKw(uid, secret, model, method, Arrays.asList(args), Map.of());
    }

    public Object executeKw(
            Object uid, Object secret, String model, String method, List<Object> args, Map<String, Object> kwargs) {
        List<Object> parameters = Arrays.asList(database.name(), uid, secret, model, method, args, kwargs);
        return wiring.services.call("object", "execute_kw", parameters, origin("127.0.0.1"));
    }

    /** Creates a user in the groups with these external ids. */
    public int user(String login, String password, String... groups) {
        List<Integer> ids = Arrays.stream(groups).map(this::idOf).toList();
        String field = version().has("groups.implied-stored") ? "groups_id" : "group_ids";
        return (Integer) admin(
                "res.users",
                "create",
                Map.of(
                        "name",
                        "Name of " + login,
                        "login",
                        login,
                        "password",
                        password,
                        field,
                        List.of(List.of(6, 0, ids))));
    }

    public int idOf(String externalId) {
        String[] parts = externalId.split("\\.");
        return sql("SELECT res_id FROM ir_model_data WHERE module = ? AND name = ?", parts[0], parts[1]);
    }

    /** The first column of the first row. */
    public int sql(String query, Object... parameters) {
        try (Transaction transaction = database.begin()) {
            return transaction
                    .queryFirst(SqlFragment.of(query, parameters), row -> row.integer(1))
                    .orElseThrow();
        }
    }

    /** The same once every call that has ended is written down. */
    int sqlAfterAudit(String query, Object... parameters) {
        wiring.audit.flush();
        return sql(query, parameters);
    }

    /** Changes rows behind the models' back and keeps it. */
    public void change(String statement, Object... parameters) {
        try (Transaction transaction = database.begin()) {
            transaction.update(SqlFragment.of(statement, parameters));
            transaction.commit();
        }
    }

    /** How an error reads. */
    public static String refusal(Runnable call) {
        try {
            call.run();
        } catch (OdooError error) {
            return error.kind() + ": " + error.getMessage();
        }
        throw new AssertionError("the call went through");
    }

    private static Origin origin(String address) {
        return new Origin(Protocol.XMLRPC, address, "test", "1");
    }

    @Override
    public void close() {
        wiring.audit.flush(); // it writes beside the calls
        database.close();
    }

    private record OrmDocuments(Models models, Map<String, MethodNote> notes) implements ModelDocuments {
        @Override
        public Map<String, Object> index(Transaction transaction, Caller caller) {
            return models.describe(transaction, caller, notes);
        }

        @Override
        public Optional<Map<String, Object>> of(Transaction transaction, Caller caller, String model) {
            return models.describe(transaction, caller, notes, model);
        }
    }

    private static final class ZipBackups implements Backups {
        private final DatabaseBackup backup;

        ZipBackups(OdooVersion version) {
            this.backup = new DatabaseBackup(version, "test");
        }

        @Override
        public void write(Database database, OutputStream out) {
            backup.write(database, out);
        }

        @Override
        public void check(byte[] zip) {
            backup.check(zip);
        }

        @Override
        public void read(byte[] zip, Database empty) {
            backup.read(zip, empty);
        }

        @Override
        public void makeDistinct(Database copy) {
            DatabaseIdentity.renew(copy);
        }
    }

    private static final class NoCatalogue implements DatabaseService.Catalogue {
        @Override
        public List<List<String>> languages() {
            return List.of();
        }

        @Override
        public List<List<String>> countries() {
            return List.of();
        }
    }
}
