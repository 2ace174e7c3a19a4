package dev.sandoo.server.rpc;

import dev.sandoo.server.db.Database;
import java.io.OutputStream;

/** Whole databases as files. */
public interface Backups {
    /** Writes a database as it is at one moment. */
    void write(Database database, OutputStream out);

    /**
     * Lets a backup pass that can be read in.
     *
     * @throws dev.sandoo.server.error.UserError that says why it cannot
     */
    void check(byte[] backup);

    /**
     * Reads a backup into an empty database.
     *
     * @throws dev.sandoo.server.error.UserError that says why it cannot be read
     */
    void read(byte[] backup, Database empty);

    /** Makes a copy a database of its own, which is not taken for the one it was made from. */
    void makeDistinct(Database copy);
}
