package dev.sandoo.server.db;

import dev.sandoo.schema.load.BaseData;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.db.embedded.CacheFolder;
import dev.sandoo.server.db.embedded.EmbeddedPostgres;
import dev.sandoo.server.storage.SchemaTemplate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fresh databases for tests. One PostgreSQL serves the whole run and one template each version; both are gone when the
 * process ends. Whoever runs tests again and again can name a server that stays, and keeps its templates, in the
 * environment variable {@code SANDOO_TEST_DATABASE_URL} (a JDBC URL with user and password of a superuser).
 */
public final class TestPostgres {
    /** The password {@code admin} as passlib hashes it, with few rounds. */
    public static final String ADMIN_HASH = "$pbkdf2-sha512$1000$c2FuZG9vIHRlc3Qgc2FsdA$"
            + "d.DgP56uKh3ZKpsPBRJIyVHVdBOO/MTTa0cQcYEI/THtbyWoDDODtecVnKWbVFRYgfZ53NBDYsYLbaSCPRf6oA";

    private static final PostgresServer SERVER = started();
    private static final Map<String, Databases> DATABASES = new ConcurrentHashMap<>();
    private static final Map<String, Queue<String>> IDLE = new ConcurrentHashMap<>();
    private static final AtomicInteger NEXT = new AtomicInteger(1);

    private TestPostgres() {}

    /** The server itself. */
    public static PostgresServer server() {
        return SERVER;
    }

    /** All databases of a version. */
    public static Databases databases(String version) {
        return DATABASES.computeIfAbsent(version, TestPostgres::opened);
    }

    /** A database of a version as a new one is; closing it gives it back, and fails when a transaction was left open. */
    public static Database fresh(String version) {
        Databases databases = databases(version);
        String name = idle(version).poll();
        if (name == null) {
            return unused(version);
        }
        databases.reset(name, Optional.empty()); // takes a quarter of what making one does
        return given(version, name);
    }

    /** The same as it comes from the template: nobody has ever had it. */
    public static Database unused(String version) {
        String name = "test_" + ProcessHandle.current().pid() + "_" + NEXT.getAndIncrement();
        databases(version).create(name);
        return given(version, name);
    }

    private static Database given(String version, String name) {
        Databases databases = databases(version);
        return new GivenBackAtClose(databases, databases.open(name).orElseThrow(), idle(version));
    }

    private static Queue<String> idle(String version) {
        return IDLE.computeIfAbsent(version, any -> new ConcurrentLinkedQueue<>());
    }

    /**
     * Runs a statement outside transactions in the server's maintenance database; the first column of what it
     * answers.
     */
    static List<String> maintain(String sql) {
        try (Connection connection = SERVER.address().maintenance().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet result = statement.getResultSet();
                while (result.next()) {
                    values.add(result.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private static PostgresServer started() {
        String url = System.getenv("SANDOO_TEST_DATABASE_URL");
        return url == null
                ? EmbeddedPostgres.startEphemeral(CacheFolder.standard())
                : ExternalPostgres.connect(new ServerAddress(url, Optional.empty(), Optional.empty()));
    }

    private static Databases opened(String version) {
        SchemaTemplate template = new SchemaTemplate(
                SchemaLoader.load(version), BaseData.of(version), password -> ADMIN_HASH, Clock.systemUTC());
        return new PostgresDatabases(SERVER, template, PoolSettings.STANDARD, Clock.systemUTC());
    }

    private record GivenBackAtClose(Databases databases, Database database, Queue<String> idle) implements Database {
        @Override
        public String name() {
            return database.name();
        }

        @Override
        public Transaction begin() {
            return database.begin();
        }

        @Override
        public int openTransactions() {
            return database.openTransactions();
        }

        @Override
        public void close() {
            int open = openTransactions();
            if (open > 0) {
                databases.drop(name());
                throw new AssertionError(open + " transactions were left open on " + name());
            }
            idle.add(name());
        }
    }
}
