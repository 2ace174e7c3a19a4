package dev.sandoo.server;

import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.BaseData;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.PoolSettings;
import dev.sandoo.server.db.PostgresDatabases;
import dev.sandoo.server.db.PostgresServer;
import dev.sandoo.server.rpc.KnownDatabases;
import dev.sandoo.server.storage.DatabaseBackup;
import dev.sandoo.server.storage.SchemaTemplate;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * The databases of a version on one PostgreSQL.
 *
 * @param all whoever has made them
 * @param known those that calls may name
 * @param backups write and read them as files
 */
record Storage(Databases all, KnownDatabases known, ZipBackups backups) {
    /** @param hash makes what is stored of a password */
    static Storage on(PostgresServer postgres, Schema schema, EmulatorConfig config, UnaryOperator<String> hash) {
        Clock clock = Clock.systemUTC();
        SchemaTemplate template = new SchemaTemplate(schema, BaseData.of(config.odooVersion()), hash, clock);
        Databases all = new PostgresDatabases(postgres, template, PoolSettings.STANDARD, clock);
        return new Storage(
                all,
                new KnownDatabases(all, config.databaseFilter()),
                new ZipBackups(new DatabaseBackup(schema.version(), template.hash())));
    }
}
