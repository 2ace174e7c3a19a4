package dev.sandoo.server.db;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Snapshots of the databases of one version on a server. A snapshot's name is its own on the whole server, so that any
 * database can be put to it. Thread-safe.
 */
public interface Snapshots {
    /** All of them, by name. */
    List<Snapshot> list();

    /** The one of this name. */
    Optional<Snapshot> find(String name);

    /**
     * How much it takes on disk.
     *
     * @throws dev.sandoo.server.error.DatabaseError with SQLSTATE 3D000 when there is none of this name
     */
    long bytes(String name);

    /**
     * Keeps a database as it is now; its connections are closed once its calls have ended.
     *
     * @throws dev.sandoo.server.error.DatabaseError with SQLSTATE 42P04 when the name is taken, 3D000 when there is no such
     *     database
     * @throws dev.sandoo.server.error.UserError when the name cannot be used
     */
    Snapshot take(String database, String name);

    /**
     * Keeps what is filled in from elsewhere.
     *
     * @param database what it counts as taken of
     */
    Snapshot take(String database, String name, Consumer<Database> filling);

    /** Reads a snapshot; empty when there is none. */
    <T> Optional<T> read(String name, Function<Database, T> reader);

    /** Drops a snapshot; false when there is none. */
    boolean delete(String name);
}
