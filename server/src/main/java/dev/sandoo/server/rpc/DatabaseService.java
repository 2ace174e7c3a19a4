package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.PythonError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The service {@code db}: which databases there are. Methods that change something want the master password first.
 *
 * <p>Source: recorded scenario {@code wire_db}.
 */
public final class DatabaseService implements Service {
    private static final Map<String, Parameters> OPEN = Map.of(
            "list", Parameters.of("exp_list").withOptional(1),
            "db_exist", Parameters.of("exp_db_exist", "db_name"),
            "server_version", Parameters.of("exp_server_version"),
            "list_lang", Parameters.of("exp_list_lang"));

    private static final Map<String, Parameters> GUARDED = Map.of(
            "list_countries", Parameters.of("exp_list_countries"),
            "drop", Parameters.of("exp_drop", "db_name"));

    private static final Set<String> GUARDED_NOT_EMULATED = Set.of(
            "create_database",
            "duplicate_database",
            "dump",
            "restore",
            "rename",
            "change_admin_password",
            "migrate_databases");

    private final OdooVersion version;
    private final Databases databases;
    private final byte[] masterPassword;
    private final Catalogue catalogue;

    /** What the service tells of the world: pairs of code and name, sorted by name. */
    public interface Catalogue {
        List<List<String>> languages();

        /** Codes in lower case, as the service gives them. */
        List<List<String>> countries();
    }

    public DatabaseService(OdooVersion version, Databases databases, String masterPassword, Catalogue catalogue) {
        this.version = Objects.requireNonNull(version, "version");
        this.databases = databases;
        this.masterPassword = masterPassword.getBytes(StandardCharsets.UTF_8);
        this.catalogue = catalogue;
    }

    @Override
    public Object call(String method, List<Object> parameters, Origin origin) {
        Parameters open = OPEN.get(method);
        if (open != null) {
            open.check(parameters);
            return openCall(method, parameters);
        }
        if (!GUARDED.containsKey(method) && !GUARDED_NOT_EMULATED.contains(method)) {
            String text = "Method not found: " + method;
            throw PythonError.of("KeyError", "'" + text + "'", List.of(text));
        }
        requireMasterPassword(parameters, origin);
        return guardedCall(method, parameters.subList(1, parameters.size()));
    }

    private Object openCall(String method, List<Object> parameters) {
        return switch (method) {
            case "list" -> databases.list();
            case "db_exist" -> exists(parameters.get(0));
            case "server_version" -> version.serverVersion();
            case "list_lang" -> catalogue.languages();
            default -> throw new AssertionError(method);
        };
    }

    private Object guardedCall(String method, List<Object> parameters) {
        if (GUARDED_NOT_EMULATED.contains(method)) {
            throw PythonError.notEmulated("db." + method + " is not emulated by Sandoo");
        }
        GUARDED.get(method).check(parameters);
        return switch (method) {
            case "list_countries" -> catalogue.countries();
            case "drop" -> drop(parameters.get(0));
            default -> throw new AssertionError(method);
        };
    }

    private boolean exists(Object name) {
        return name instanceof String text && databases.list().contains(text);
    }

    private boolean drop(Object name) {
        if (!exists(name)) {
            return false;
        }
        databases.drop((String) name);
        return true;
    }

    private void requireMasterPassword(List<Object> parameters, Origin origin) {
        if (parameters.isEmpty()) {
            String sequence = origin.protocol() == Protocol.JSONRPC ? "list" : "tuple";
            throw PythonError.of("IndexError", sequence + " index out of range");
        }
        byte[] given = parameters.get(0) instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
        if (!MessageDigest.isEqual(given, masterPassword)) {
            throw new AccessDenied();
        }
    }
}
