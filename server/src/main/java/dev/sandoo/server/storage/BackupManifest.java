package dev.sandoo.server.storage;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.sql.SqlFragment;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The file {@code manifest.json} of a backup: what Odoo writes there, and by which schema the tables were made. */
final class BackupManifest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "sandoo_schema";

    private BackupManifest() {}

    static byte[] of(String database, OdooVersion version, String schema, Transaction transaction) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("odoo_dump", "1");
        manifest.put("db_name", database);
        manifest.put("version", version.serverVersion());
        manifest.put("version_info", version.serverVersionInfo());
        manifest.put("major_version", version.name());
        manifest.put("pg_version", postgresVersion(transaction));
        manifest.put("modules", modules(transaction));
        manifest.put(OURS, schema);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
    }

    /**
     * Lets pass what was written for this schema.
     *
     * @throws UserError that says what else it is
     */
    static void check(byte[] manifest, String schema) {
        Map<String, Object> members;
        try {
            members = JSON.readValue(manifest, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UserError("The backup's manifest.json is no JSON object");
        }
        Object made = members.get(OURS);
        if (made == null) {
            throw new UserError("This is a backup of Odoo itself, not of Sandoo: its tables differ");
        }
        if (!made.equals(schema)) {
            throw new UserError("This backup is of Odoo " + members.get("major_version")
                    + " or was made by another build of Sandoo, whose tables differ");
        }
    }

    private static String postgresVersion(Transaction transaction) {
        return transaction
                .queryFirst(SqlFragment.of("SELECT current_setting('server_version')"), row -> row.text(1))
                .orElseThrow();
    }

    private static Map<String, Object> modules(Transaction transaction) {
        Map<String, Object> modules = new LinkedHashMap<>();
        SqlFragment installed = SqlFragment.of(
                "SELECT name, latest_version FROM ir_module_module WHERE state = 'installed' ORDER BY name");
        transaction.query(installed, row -> modules.put(row.text(1), row.text(2)));
        return modules;
    }
}
