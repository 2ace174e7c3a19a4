package dev.sandoo.server.db;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The Odoo databases of one PostgreSQL server. Thread-safe. */
public interface Databases extends AutoCloseable {
    /** The names of the databases that clients may see, sorted. */
    List<String> list();

    /**
     * The database with this name, opened; empty when there is none.
     *
     * @throws StorageException when it has the tables of another build of Sandoo
     */
    Optional<Database> open(String name);

    /** Has something done before a database is dropped, renamed, copied or put back: what is still to be written to it. */
    void beforeLeaving(Runnable work);

    /** The number PostgreSQL gave the database that has this name now; empty when none has. */
    OptionalLong id(String name);

    /** Builds the version's template unless it is there, and clears away what a killed process left behind. */
    void prepare();

    /**
     * Makes a fresh database from the version's template (which is built first if need be).
     *
     * @throws dev.sandoo.server.error.DatabaseError with SQLSTATE 42P04 when the name is taken
     * @throws dev.sandoo.server.error.UserError when the name cannot be used
     */
    void create(String name);

    /**
     * Makes a database that is filled from elsewhere; it is seen once it is full, and not at all when filling fails.
     *
     * @throws dev.sandoo.server.error.DatabaseError with SQLSTATE 42P04 when the name is taken
     * @throws dev.sandoo.server.error.UserError when the name cannot be used
     */
    void create(String name, Consumer<Database> filling);

    /**
     * Makes a database as a snapshot has it.
     *
     * @throws dev.sandoo.server.error.DatabaseError with SQLSTATE 42P04 when the name is taken, 3D000 when there is no such
     *     snapshot
     * @throws dev.sandoo.server.error.UserError when the name cannot be used
     */
    void create(String name, String snapshot);

    /**
     * Puts a database back, once the calls under way have ended; what cannot end in two seconds is cut off.
     *
     * @param snapshot to which one; empty for what the database was made from
     * @throws dev.sandoo.server.error.DatabaseError with SQLSTATE 3D000 when there is no such database or snapshot
     */
    void reset(String name, Optional<String> snapshot);

    /**
     * Has a database that is as it should be count as made from a snapshot, which is taken of it now: resets put it back there.
     *
     * @throws dev.sandoo.server.error.DatabaseError with SQLSTATE 3D000 when there is no such database
     */
    void keep(String name, String snapshot);

    /** What the connections of the databases that are open do now. */
    List<PoolUse> pools();

    /** The snapshots of these databases. */
    Snapshots snapshots();

    /**
     * Makes a copy of a database after closing its connections.
     *
     * @throws dev.sandoo.server.error.DatabaseError with SQLSTATE 42P04 when the name is taken, 3D000 when there is no source
     * @throws dev.sandoo.server.error.UserError when the name cannot be used
     */
    void duplicate(String source, String name);

    /**
     * Gives a database another name after closing its connections.
     *
     * @throws dev.sandoo.server.error.DatabaseError with SQLSTATE 42P04 when the name is taken, 3D000 when there is no such
     *     database
     * @throws dev.sandoo.server.error.UserError when the name cannot be used
     */
    void rename(String name, String newName);

    /** What is remembered under this key for all databases of the server, by every Sandoo on it. */
    Optional<String> setting(String key);

    /** Remembers a text under a key of letters, digits and underscores. */
    void set(String key, String value);

    /** Drops a database after closing its connections; nothing happens when there is none of this version. */
    void drop(String name);

    @Override
    void close();
}
