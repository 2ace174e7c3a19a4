package dev.sandoo.server;

import dev.sandoo.server.db.ServerAddress;
import dev.sandoo.server.db.TestPostgres;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whole servers for tests, on the run's own PostgreSQL: one of each version serves all tests and ends with the process. */
public final class TestSandoo {
    private static final Map<String, EmulatorServer> SERVERS = new ConcurrentHashMap<>();

    private TestSandoo() {}

    /** The server of a version. */
    public static EmulatorServer of(String version) {
        return SERVERS.computeIfAbsent(version, TestSandoo::start);
    }

    /** The database that the server of a version has made. */
    public static String database(String version) {
        return "pages_" + ProcessHandle.current().pid() + "_" + version.replace(".", "");
    }

    /** Another server of that version on the same database. */
    public static EmulatorServer start(String version) {
        return EmulatorServer.start(config(version));
    }

    /** How such a server runs, to start one that differs. */
    public static EmulatorConfig config(String version) {
        ServerAddress postgres = TestPostgres.server().address();
        return EmulatorConfig.ephemeral()
                .withOdooVersion(version)
                .withDatabase(database(version))
                .withPostgres(new PostgresPlace.External(postgres.url(), postgres.user(), postgres.password()));
    }
}
