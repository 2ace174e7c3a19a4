package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.PythonError;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    private final Map<String, Parameters> guarded;
    private final OdooVersion version;
    private final KnownDatabases known;
    private final MasterPassword masterPassword;
    private final DatabaseOperations operations;
    private final Catalogue catalogue;
    private final Management management;

    /** Who may list databases, and change them. */
    public enum Management {
        /** Whoever asks may list them; who knows the master password may change them. */
        OPEN,
        /** Nobody. */
        CLOSED
    }

    /** What the service tells of the world: pairs of code and name, sorted by name. */
    public interface Catalogue {
        List<List<String>> languages();

        /** Codes in lower case, as the service gives them. */
        List<List<String>> countries();
    }

    public DatabaseService(
            OdooVersion version,
            KnownDatabases known,
            MasterPassword masterPassword,
            DatabaseOperations operations,
            Catalogue catalogue,
            Management management) {
        this.version = Objects.requireNonNull(version, "version");
        this.known = Objects.requireNonNull(known, "known");
        this.masterPassword = Objects.requireNonNull(masterPassword, "masterPassword");
        this.operations = Objects.requireNonNull(operations, "operations");
        this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
        this.management = Objects.requireNonNull(management, "management");
        this.guarded = guarded(version);
    }

    private static Map<String, Parameters> guarded(OdooVersion version) {
        int duplicateOptions = version.has("db.neutralizes") ? 1 : 0;
        return Map.of(
                "list_countries", Parameters.of("exp_list_countries"),
                "drop", Parameters.of("exp_drop", "db_name"),
                "create_database",
                        Parameters.of("exp_create_database", "db_name", "demo", "lang")
                                .withOptional(4),
                "duplicate_database",
                        Parameters.of("exp_duplicate_database", "db_original_name", "db_name")
                                .withOptional(duplicateOptions),
                "dump", Parameters.of("exp_dump", "db_name", "format"),
                "restore", Parameters.of("exp_restore", "db_name", "data").withOptional(1),
                "rename", Parameters.of("exp_rename", "old_name", "new_name"),
                "change_admin_password", Parameters.of("exp_change_admin_password", "new_password"),
                "migrate_databases", Parameters.of("exp_migrate_databases", "databases"));
    }

    /** The names of the databases that a host may see, for pages that lead to them. */
    public List<String> choice(String host) {
        return known.list(host);
    }

    /**
     * The same, for those who ask.
     *
     * @throws AccessDenied when nobody is to know
     */
    public List<String> list(String host) {
        requireManaged();
        return known.list(host);
    }

    /** Whether databases can be listed, and changed with the master password. */
    public boolean isManaged() {
        return management == Management.OPEN;
    }

    private void requireManaged() {
        if (!isManaged()) {
            throw new AccessDenied();
        }
    }

    /** What is done with them once the master password was right. */
    public DatabaseOperations operations() {
        return operations;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Lets the right password pass. While it is still the first one, whatever a form gives becomes the password, as Odoo's
     * manager has it.
     *
     * @throws AccessDenied for every other text
     */
    public void requireMasterPassword(String password) {
        requireManaged();
        if (!password.isEmpty() && masterPassword.isFirst()) {
            masterPassword.change(password);
        }
        masterPassword.require(password);
    }

    /**
     * Changes the master password.
     *
     * @throws AccessDenied when the old one is wrong
     */
    public void changeMasterPassword(String old, String password) {
        requireManaged();
        masterPassword.require(old);
        masterPassword.change(password);
    }

    @Override
    public Object call(String method, List<Object> parameters, Origin origin) {
        Parameters open = OPEN.get(method);
        if (open != null) {
            open.check(parameters);
            return openCall(method, parameters);
        }
        Parameters signature = guarded.get(method);
        if (signature == null) {
            String text = "Method not found: " + method;
            throw PythonError.of("KeyError", "'" + text + "'", List.of(text));
        }
        requireMasterPassword(parameters, origin);
        List<Object> rest = parameters.subList(1, parameters.size());
        if (!method.equals("list_countries")) {
            requireManaged();
        }
        signature.check(rest);
        return guardedCall(method, new DatabaseArguments(rest), origin);
    }

    private Object openCall(String method, List<Object> parameters) {
        return switch (method) {
            case "list" -> {
                requireManaged();
                yield known.list();
            }
            case "db_exist" -> parameters.get(0) instanceof String name && operations.exists(name);
            case "server_version" -> version.serverVersion();
            case "list_lang" -> catalogue.languages();
            default -> throw new AssertionError(method);
        };
    }

    private Object guardedCall(String method, DatabaseArguments arguments, Origin origin) {
        return switch (method) {
            case "list_countries" -> catalogue.countries();
            case "drop" -> operations.drop(arguments.text(0));
            case "dump" -> dump(arguments);
            default -> {
                change(method, arguments, origin);
                yield true;
            }
        };
    }

    private void change(String method, DatabaseArguments arguments, Origin origin) {
        switch (method) {
            case "create_database" -> operations.create(arguments.newDatabase(), origin);
            case "duplicate_database" -> operations.duplicate(arguments.text(0), arguments.text(1));
            case "restore" -> operations.restore(arguments.text(0), arguments.bytes(1), arguments.restored(2));
            case "rename" -> operations.rename(arguments.text(0), arguments.text(1));
            case "change_admin_password" -> masterPassword.change(arguments.text(0));
            case "migrate_databases" -> arguments.texts(0).forEach(operations::migrate);
            default -> throw new AssertionError(method);
        }
    }

    /** A zip file as base64; what else Odoo would have {@code pg_dump} write only that program can write. */
    private String dump(DatabaseArguments arguments) {
        if (!arguments.text(1).equals("zip")) {
            throw PythonError.notEmulated("db.dump writes zip files only; the format " + arguments.text(1)
                    + " is that of pg_dump, which Sandoo does without");
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        operations.dump(arguments.text(0), zip);
        return Base64.getEncoder().encodeToString(zip.toByteArray());
    }

    private void requireMasterPassword(List<Object> parameters, Origin origin) {
        if (parameters.isEmpty()) {
            String sequence = origin.protocol() == Protocol.JSONRPC ? "list" : "tuple";
            throw PythonError.of("IndexError", sequence + " index out of range");
        }
        masterPassword.require(parameters.get(0));
    }
}
