package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Makes, copies, renames, drops and saves databases, with the errors that Odoo has for each. Whether the caller may is asked
 * before. Thread-safe.
 *
 * <p>Source: recorded scenario {@code wire_db}.
 */
public final class DatabaseOperations {
    private static final String NAME_TAKEN = "42P04";

    private final OdooVersion version;
    private final Databases databases;
    private final KnownDatabases known;
    private final Backups backups;
    private final FirstSettings firstSettings;
    private final Consumer<String> demo;
    private final Consumer<String> fresh;

    /**
     * Works on these databases.
     *
     * @param demo fills the database with this name with demo records
     * @param fresh gives each fresh database what every one is to have
     */
    public DatabaseOperations(
            OdooVersion version,
            Databases databases,
            KnownDatabases known,
            Dispatcher dispatcher,
            Backups backups,
            Consumer<String> demo,
            Consumer<String> fresh) {
        this.version = Objects.requireNonNull(version, "version");
        this.databases = Objects.requireNonNull(databases, "databases");
        this.known = Objects.requireNonNull(known, "known");
        this.backups = Objects.requireNonNull(backups, "backups");
        this.firstSettings = new FirstSettings(dispatcher);
        this.demo = Objects.requireNonNull(demo, "demo");
        this.fresh = Objects.requireNonNull(fresh, "fresh");
    }

    /** Whether there is a database with this name. */
    public boolean exists(String name) {
        return databases.list().contains(name);
    }

    /** Makes a database; none is left when it cannot be what was asked for. */
    public void create(NewDatabase asked, Origin origin) {
        try {
            databases.create(asked.name());
        } catch (DatabaseError error) {
            throw error.sqlState().equals(NAME_TAKEN) ? alreadyExists(asked.name()) : error;
        }
        known.changed();
        try {
            if (asked.demo()) {
                demo.accept(asked.name());
            }
            firstSettings.apply(asked, origin);
            fresh.accept(asked.name());
        } catch (OdooError error) {
            databases.drop(asked.name());
            throw error;
        }
    }

    /** Makes a copy, which counts as a database of its own. */
    public void duplicate(String source, String name) {
        databases.duplicate(source, name);
        known.changed();
        backups.makeDistinct(open(name));
    }

    /** Drops a database; false when there is none. */
    public boolean drop(String name) {
        if (!exists(name)) {
            return false;
        }
        databases.drop(name);
        known.changed();
        return true;
    }

    /** Gives a database another name. */
    public void rename(String name, String newName) {
        try {
            databases.rename(name, newName);
            known.changed();
        } catch (OdooError error) {
            throw PythonError.of(
                    "Exception",
                    "Couldn't rename database " + name + " to " + newName + ": " + error.getMessage() + "\n");
        }
    }

    /** Saves a database as a zip file. */
    public void dump(String name, OutputStream out) {
        backups.write(open(name), out);
    }

    /**
     * Makes a database from such a file.
     *
     * @param origin what the new database is to the saved one
     */
    public void restore(String name, byte[] backup, Restored origin) {
        if (exists(name)) {
            throw PythonError.of("Exception", "Database already exists");
        }
        try {
            backups.check(backup);
            databases.create(name, empty -> {
                backups.read(backup, empty);
                if (origin == Restored.AS_COPY) {
                    backups.makeDistinct(empty);
                }
            });
            known.changed();
        } catch (UserError error) {
            throw PythonError.of("Exception", "Couldn't restore database: " + error.getMessage());
        }
    }

    /** What a restored database is. */
    public enum Restored {
        /** The same one, moved here. */
        AS_MOVED,
        /** Another one, to live beside the saved one. */
        AS_COPY
    }

    /**
     * Refuses to bring tables up to date: a database of another build is refused when it is opened.
     *
     * @throws OdooError when there is no such database, or there is
     */
    public void migrate(String name) {
        open(name);
        throw PythonError.notEmulated(
                "db.migrate_databases is not emulated by Sandoo: its databases need no migration");
    }

    private Database open(String name) {
        return databases
                .open(name)
                .orElseThrow(() -> PythonError.of(
                        "psycopg2.OperationalError", version.message("database.unknown", Map.of("name", name))));
    }

    private static PythonError alreadyExists(String name) {
        return PythonError.of("odoo.service.db.DatabaseExists", "database '" + name + "' already exists!");
    }
}
