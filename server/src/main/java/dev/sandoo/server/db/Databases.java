package dev.sandoo.server.db;

import java.util.List;
import java.util.Optional;

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

    /** Builds the version's template unless it is there, and clears away what a killed process left behind. */
    void prepare();

    /**
     * Makes a fresh database from the version's template (which is built first if need be).
     *
     * @throws dev.sandoo.server.error.DatabaseError with SQLSTATE 42P04 when the name is taken
     * @throws dev.sandoo.server.error.UserError when the name cannot be used
     */
    void create(String name);

    /** Drops a database after closing its connections; nothing happens when there is none of this version. */
    void drop(String name);

    @Override
    void close();
}
