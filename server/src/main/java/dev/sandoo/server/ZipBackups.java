package dev.sandoo.server;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.rpc.Backups;
import dev.sandoo.server.storage.DatabaseBackup;
import dev.sandoo.server.storage.DatabaseIdentity;
import java.io.OutputStream;

/** Joins the database service to the files that databases are saved as. */
record ZipBackups(DatabaseBackup backup) implements Backups {
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
