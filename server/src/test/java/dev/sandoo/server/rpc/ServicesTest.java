package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.access.AccessCatalog;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.audit.AuditTrail;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.LoginCooldown;
import dev.sandoo.server.auth.PasswordHasher;
import dev.sandoo.server.auth.VerifiedSecrets;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.PoolUse;
import dev.sandoo.server.db.Snapshots;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.UserError;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the services answer without a database. Texts are Odoo's: recorded scenarios {@code auth_rpc}, {@code wire_xmlrpc} and
 * {@code wire_db}, or asked of the real servers the same way.
 */
class ServicesTest {
    private static final Origin XMLRPC = new Origin(Protocol.XMLRPC, "127.0.0.1", "test", "1");
    private static final Origin JSONRPC = new Origin(Protocol.JSONRPC, "127.0.0.1", "test", "2");

    private final Services odoo19 = services("19.0");
    private final Services odoo14 = services("14.0");

    @Test
    void versionIsTold() {
        assertEquals(
                Map.of(
                        "server_version",
                        "19.0",
                        "server_version_info",
                        List.of(19, 0, 0, "final", 0, ""),
                        "server_serie",
                        "19.0",
                        "protocol_version",
                        1),
                odoo19.call("common", "version", List.of(), XMLRPC));
    }

    @Test
    void aboutIsShortUnlessAsked() {
        assertEquals("See http://openerp.com", odoo19.call("common", "about", List.of(), XMLRPC));
        assertEquals("See http://openerp.com", odoo19.call("common", "about", List.of(false), XMLRPC));
        assertEquals(List.of("See http://openerp.com", "14.0"), odoo14.call("common", "about", List.of("yes"), XMLRPC));
    }

    @Test
    void databasesAndReferencesAreListed() {
        assertEquals(List.of("demo"), odoo19.call("db", "list", List.of(), XMLRPC));
        assertEquals(true, odoo19.call("db", "db_exist", List.of("demo"), XMLRPC));
        assertEquals(false, odoo19.call("db", "db_exist", List.of(""), XMLRPC));
        assertEquals("14.0", odoo14.call("db", "server_version", List.of(), XMLRPC));
        assertEquals(List.of(List.of("en_US", "English (US)")), odoo19.call("db", "list_lang", List.of(), XMLRPC));
        assertEquals(List.of(List.of("be", "Belgium")), odoo19.call("db", "list_countries", List.of("master"), XMLRPC));
        assertEquals(false, odoo19.call("db", "drop", List.of("master", "none"), XMLRPC));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                row("common", "nope", List.of(), "builtins.Exception: Method not found: nope"),
                row(
                        "common",
                        "version",
                        List.of(1),
                        "builtins.TypeError: exp_version() takes 0 positional arguments but 1 was given"),
                row(
                        "common",
                        "authenticate",
                        List.of("demo", "admin", "admin"),
                        "builtins.TypeError: exp_authenticate() missing 1 required positional argument: 'user_agent_env'"),
                row(
                        "common",
                        "login",
                        List.of("demo", "admin", 5),
                        "builtins.TypeError: secret must be unicode or bytes, not int"),
                row("db", "nope", List.of(), "builtins.KeyError: 'Method not found: nope'"),
                row("db", "drop", List.of(), "builtins.IndexError: tuple index out of range"),
                row("db", "drop", List.of("wrong", "x"), "odoo.exceptions.AccessDenied: Access Denied"),
                row("db", "create_database", List.of("wrong"), "odoo.exceptions.AccessDenied: Access Denied"),
                row(
                        "db",
                        "drop",
                        List.of("master"),
                        "builtins.TypeError: exp_drop() missing 1 required positional argument: 'db_name'"),
                row(
                        "object",
                        "execute_kw",
                        List.of("demo", "two", "x", "res.partner", "read", List.of()),
                        "builtins.ValueError: invalid literal for int() with base 10: 'two'"),
                row(
                        "object",
                        "run",
                        List.of("demo", 2, "x", "res.partner", "read"),
                        "builtins.NameError: Method not available run"),
                row(
                        "object",
                        "execute_kw",
                        List.of(5, 2, "x", "res.partner", "read", List.of()),
                        "builtins.AttributeError: 'int' object has no attribute 'startswith'"),
                row(
                        "object",
                        "execute_kw",
                        List.of(List.of("a"), 2, "x", "res.partner", "read", List.of()),
                        "builtins.TypeError: unhashable type: 'list'"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void bothVersionsRefuseAlike(String service, String method, List<Object> parameters, String error) {
        assertEquals(error, refusal(odoo19, service, method, parameters, XMLRPC));
        assertEquals(error, refusal(odoo14, service, method, parameters, XMLRPC));
    }

    @Test
    void unknownServiceIsRefusedInEachVersionsWords() {
        assertEquals("builtins.KeyError: 'nope'", refusal(odoo19, "nope", "x", List.of(), XMLRPC));
        assertEquals(
                "builtins.UnboundLocalError: local variable 'dispatch' referenced before assignment",
                refusal(odoo14, "nope", "x", List.of(), XMLRPC));
    }

    @Test
    void tooFewParametersAreRefusedInEachVersionsWords() {
        assertEquals(
                "builtins.ValueError: not enough values to unpack (expected at least 5, got 2)",
                refusal(odoo19, "object", "execute_kw", List.of("demo", 2), XMLRPC));
        assertEquals(
                "builtins.IndexError: tuple index out of range",
                refusal(odoo14, "object", "execute_kw", List.of("demo", 2), XMLRPC));
        assertEquals(
                "builtins.IndexError: list index out of range",
                refusal(odoo14, "object", "execute_kw", List.of("demo", 2), JSONRPC));
    }

    @Test
    void missingDatabaseNameIsRefusedInEachVersionsWords() {
        List<Object> parameters = Arrays.asList(null, 2, "x", "res.partner", "read", List.of());

        assertEquals(
                "builtins.AssertionError: Missing database name",
                refusal(odoo19, "object", "execute_kw", parameters, XMLRPC));
        assertEquals(
                "builtins.AttributeError: 'NoneType' object has no attribute 'startswith'",
                refusal(odoo14, "object", "execute_kw", parameters, XMLRPC));
    }

    @Test
    void unknownDatabaseIsNamed() {
        List<Object> parameters = List.of("none", 2, "x", "res.partner", "read", List.of());

        assertEquals(
                "psycopg2.OperationalError: FATAL:  database \"none\" does not exist\n",
                refusal(odoo14, "object", "execute_kw", parameters, XMLRPC));
    }

    private static Arguments row(String service, String method, List<Object> parameters, String error) {
        return Arguments.of(service, method, parameters, error);
    }

    private static String refusal(
            Services services, String service, String method, List<Object> parameters, Origin origin) {
        OdooError error = assertThrows(OdooError.class, () -> services.call(service, method, parameters, origin));
        return error.pythonName() + ": " + error.getMessage();
    }

    private static Services services(String name) {
        OdooVersion version = SchemaLoader.version(name);
        SecureRandom random = new SecureRandom();
        VerifiedSecrets secrets = new VerifiedSecrets(new PasswordHasher(random, 1), random);
        Dispatcher dispatcher = new Dispatcher(
                version,
                new NoDatabases(),
                new Authenticator(version, secrets, new LoginCooldown(), new Sessions(version)),
                new Callers(version, new AccessCatalog(version), new Sessions(version)),
                new KeyPolicies(),
                new NoMethods(),
                new CallAudit(new AuditTrail(
                        new NoDatabases(), AuditTrail.Extent.EVERYTHING, Optional.empty(), Clock.systemUTC())),
                List.of());
        Databases databases = new NoDatabases();
        KnownDatabases known = new KnownDatabases(databases, Optional.empty());
        DatabaseService service = new DatabaseService(
                version,
                known,
                new MasterPassword(databases, "master", secrets::hash, secrets::matches),
                new DatabaseOperations(
                        version, databases, known, dispatcher, new NoBackups(), database -> {}, database -> {}),
                new SmallWorld(),
                DatabaseService.Management.OPEN);
        return new Services(version, dispatcher, service);
    }

    /** Knows one database by name and can open none. */
    private static final class NoDatabases implements Databases {
        @Override
        public void prepare() {}

        @Override
        public List<String> list() {
            return List.of("demo");
        }

        @Override
        public void beforeLeaving(Runnable work) {}

        @Override
        public OptionalLong id(String name) {
            return OptionalLong.empty();
        }

        @Override
        public Optional<Database> open(String name) {
            return Optional.empty();
        }

        @Override
        public void create(String name) {
            throw new AssertionError(name);
        }

        @Override
        public void create(String name, String snapshot) {
            throw new AssertionError(name);
        }

        @Override
        public void reset(String name, Optional<String> snapshot) {
            throw new AssertionError(name);
        }

        @Override
        public void keep(String name, String snapshot) {
            throw new AssertionError(name);
        }

        @Override
        public List<PoolUse> pools() {
            throw new AssertionError();
        }

        @Override
        public Snapshots snapshots() {
            throw new AssertionError();
        }

        @Override
        public void drop(String name) {
            throw new AssertionError(name);
        }

        @Override
        public void create(String name, Consumer<Database> filling) {
            throw new AssertionError(name);
        }

        @Override
        public void duplicate(String source, String name) {
            throw new AssertionError(name);
        }

        @Override
        public void rename(String name, String newName) {
            throw new AssertionError(name);
        }

        @Override
        public Optional<String> setting(String key) {
            return Optional.empty();
        }

        @Override
        public void set(String key, String value) {
            throw new AssertionError(key);
        }

        @Override
        public void close() {}
    }

    private static final class NoBackups implements Backups {
        @Override
        public void write(Database database, OutputStream out) {
            throw new AssertionError(database.name());
        }

        @Override
        public void check(byte[] backup) {
            throw new UserError("no backup");
        }

        @Override
        public void read(byte[] backup, Database empty) {
            throw new AssertionError(empty.name());
        }

        @Override
        public void makeDistinct(Database copy) {
            throw new AssertionError(copy.name());
        }
    }

    private static final class NoMethods implements ObjectMethods {
        @Override
        public boolean hasModel(Transaction transaction, Caller caller, String model) {
            return false;
        }

        @Override
        public Object call(
                Transaction transaction,
                Caller caller,
                String model,
                String method,
                List<Object> args,
                Map<String, Object> kwargs) {
            throw new AssertionError(method);
        }

        @Override
        public Object callByName(
                Transaction transaction, Caller caller, String model, String method, Map<String, Object> members) {
            throw new AssertionError(method);
        }
    }

    private static final class SmallWorld implements DatabaseService.Catalogue {
        @Override
        public List<List<String>> languages() {
            return List.of(List.of("en_US", "English (US)"));
        }

        @Override
        public List<List<String>> countries() {
            return List.of(List.of("be", "Belgium"));
        }
    }
}
