package dev.sandoo.server.storage;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.sql.SqlFragment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Backups in Odoo's layout: a zip file of {@code manifest.json}, {@code dump.sql} and a folder {@code filestore} with the
 * contents of attachments under their checksums. Thread-safe.
 */
public final class DatabaseBackup {
    private static final String MANIFEST = "manifest.json";
    private static final String DUMP = "dump.sql";
    private static final String FILES = "filestore/";
    private static final String CONTENT = "ir_attachment.sandoo_content";

    private static final String FILES_OF = """
            SELECT DISTINCT ON (checksum) checksum, id
              FROM ir_attachment
             WHERE sandoo_content IS NOT NULL AND checksum IS NOT NULL
             ORDER BY checksum, id
            """;

    /** What the saved database was cloned from is on another server, or long gone. */
    private static final String FORGET_SOURCE = "DELETE FROM sandoo_baseline";

    private final OdooVersion version;
    private final String schema;

    /** @param schema changes whenever a database's tables do */
    public DatabaseBackup(OdooVersion version, String schema) {
        this.version = Objects.requireNonNull(version, "version");
        this.schema = Objects.requireNonNull(schema, "schema");
    }

    /** Writes a database as it is at one moment. */
    public void write(Database database, OutputStream out) {
        try (Transaction transaction = database.begin();
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(BackupManifest.of(database.name(), version, schema, transaction));
            writeFiles(transaction, zip);
            zip.putNextEntry(new ZipEntry(DUMP));
            transaction.dump(Set.of(CONTENT), zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record StoredFile(String checksum, int id) {}

    private static void writeFiles(Transaction transaction, ZipOutputStream zip) throws IOException {
        for (StoredFile file :
                transaction.query(SqlFragment.of(FILES_OF), row -> new StoredFile(row.text(1), row.integer(2)))) {
            zip.putNextEntry(new ZipEntry(FILES + file.checksum().substring(0, 2) + "/" + file.checksum()));
            zip.write(transaction
                    .queryFirst(
                            SqlFragment.of("SELECT sandoo_content FROM ir_attachment WHERE id = ?", file.id()),
                            row -> row.bytesOrNull(1))
                    .orElseThrow());
        }
    }

    /**
     * Lets a backup pass that can be read in.
     *
     * @throws UserError that says why it cannot
     */
    public void check(byte[] backup) {
        BackupManifest.check(entry(backup, MANIFEST), schema);
    }

    /**
     * Reads a backup into an empty database.
     *
     * @throws UserError that says why it cannot be read
     */
    public void read(byte[] backup, Database empty) {
        check(backup);
        try (Transaction transaction = empty.begin()) {
            transaction.restore(new ByteArrayInputStream(entry(backup, DUMP)));
            readFiles(backup, transaction);
            transaction.execute(FORGET_SOURCE);
            transaction.commit();
        } catch (DatabaseError e) {
            throw new UserError("PostgreSQL refuses the backup's dump.sql: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readFiles(byte[] backup, Transaction transaction) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(backup))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(FILES) && !entry.isDirectory()) {
                    String checksum = entry.getName().replaceFirst(".*/", "");
                    transaction.update(SqlFragment.of(
                            "UPDATE ir_attachment SET sandoo_content = ? WHERE checksum = ?",
                            zip.readAllBytes(),
                            checksum));
                }
            }
        }
    }

    private static byte[] entry(byte[] backup, String name) {
        try (InputStream in = new ByteArrayInputStream(backup);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        } catch (IOException e) {
            throw new UserError("The backup is a damaged zip file");
        }
        throw new UserError("The backup is no zip file with a " + name + "; other formats are not read");
    }
}
