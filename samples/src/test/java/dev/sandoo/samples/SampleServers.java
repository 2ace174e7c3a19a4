package dev.sandoo.samples;

import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.PostgresPlace;
import dev.sandoo.server.db.ServerAddress;
import dev.sandoo.server.db.embedded.CacheFolder;
import dev.sandoo.server.db.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What servers for samples run on: a PostgreSQL of each version, which ends with the process, so that tables are made once. */
final class SampleServers {
    private static final String DROP = "DROP DATABASE IF EXISTS demo WITH (FORCE)";
    private static final Map<String, EmbeddedPostgres> POSTGRES = new ConcurrentHashMap<>();

    private SampleServers() {}

    /** A server of this version with a fresh database demo; the one before it has been closed. */
    static EmulatorConfig config(String version) {
        ServerAddress address = POSTGRES.computeIfAbsent(
                        version, one -> EmbeddedPostgres.startEphemeral(CacheFolder.standard()))
                .address();
        try (Connection connection = DriverManager.getConnection(
                        address.url(),
                        address.user().orElseThrow(),
                        address.password().orElseThrow());
                Statement statement = connection.createStatement()) {
            statement.execute(DROP);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return EmulatorConfig.ephemeral()
                .withOdooVersion(version)
                .withPostgres(new PostgresPlace.External(address.url(), address.user(), address.password()));
    }
}
