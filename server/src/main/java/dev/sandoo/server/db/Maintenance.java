package dev.sandoo.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.sandoo.server.error.DatabaseError;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Statements about databases, run outside transactions in the server's maintenance database. */
final class Maintenance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final int CONNECTIONS = 4;
    private static final String EXISTS = "SELECT datname FROM pg_database WHERE datname = ?";
    private static final String NOT_ALLOWED = "42501";
    private static final String OTHER_ROLES = """
            SELECT DISTINCT usename FROM pg_stat_activity
             WHERE datname = ? AND usename <> current_user ORDER BY usename""";
    private static final String SETTINGS_PREFIX = "sandoo.";
    private static final String SETTING = """
            SELECT substr(entry, length(?) + 1)
              FROM pg_db_role_setting s, unnest(s.setconfig) AS entry
             WHERE s.setdatabase = 0
               AND s.setrole = (SELECT oid FROM pg_roles WHERE rolname = current_user)
               AND starts_with(entry, ?)
            """;

    private final HikariDataSource pool;
    private volatile int version; // 0 until asked for

    Maintenance(ServerAddress server, PoolSettings settings, ScheduledExecutorService scheduler) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sandoo-maintenance");
        config.setDataSource(server.maintenance());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setIdleTimeout(settings.idleTimeout().toMillis());
        config.setConnectionTimeout(settings.waitTimeout().toMillis());
        config.setInitializationFailTimeout(-1);
        config.setScheduledExecutor(scheduler);
        pool = new HikariDataSource(config);
    }

    /** Executes statements that take no values; several with semicolons between them take effect together. */
    void execute(String sql) {
        use(connection -> execute(connection, sql));
    }

    /** The first column of all rows. */
    List<String> strings(String sql, String... parameters) {
        return use(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setString(i + 1, parameters[i]);
                }
                return strings(statement);
            }
        });
    }

    /** The first column of the first row. */
    Optional<String> string(String sql, String... parameters) {
        return strings(sql, parameters).stream().findFirst();
    }

    /** The server's version as one number, such as 180004. */
    int version() {
        return Integer.parseInt(
                string("SELECT current_setting('server_version_num')").orElseThrow());
    }

    /** Drops a database whoever uses it; nothing happens when there is none. */
    void drop(String name) {
        execute(dropping(name));
    }

    /** The statement that does so. */
    static String dropping(String name) {
        return "DROP DATABASE IF EXISTS " + DatabaseNames.quote(name) + " WITH (FORCE)";
    }

    /** Tidies up: what another process uses or another role owns stays as it is. */
    void attempt(String sql) {
        try {
            execute(sql);
        } catch (DatabaseError e) {
            LOG.debug("left as it is: {}: {}", sql, e.getMessage());
        }
    }

    /** Makes a copy of a database that nobody uses. */
    void clone(String name, String source, String strategy) {
        execute("CREATE DATABASE " + DatabaseNames.quote(name) + " TEMPLATE " + DatabaseNames.quote(source) + strategy);
    }

    /** Gives a database that nobody uses another name and another comment (or none), both at once. */
    void rename(String name, String newName, Optional<String> comment) {
        String text = comment.map(words -> "'" + words.replace("'", "''") + "'").orElse("NULL");
        execute("COMMENT ON DATABASE " + DatabaseNames.quote(name) + " IS " + text + "; ALTER DATABASE "
                + DatabaseNames.quote(name) + " RENAME TO " + DatabaseNames.quote(newName));
    }

    /** Gives a database another name once its users are gone; they may come back to it under either name. */
    void rename(String name, String newName) {
        withoutUsers(name, () -> {
            execute("ALTER DATABASE " + DatabaseNames.quote(name) + " RENAME TO " + DatabaseNames.quote(newName)
                    + "; ALTER DATABASE " + DatabaseNames.quote(newName) + " WITH ALLOW_CONNECTIONS true");
            return newName;
        });
    }

    /** Has one database take another's name and comment; that one goes by another name, and nobody is connected to it. */
    void replace(String name, String aside, String fresh, String comment) {
        expelUsers(name);
        try {
            execute("COMMENT ON DATABASE " + DatabaseNames.quote(name) + " IS NULL"
                    + "; ALTER DATABASE " + DatabaseNames.quote(name) + " RENAME TO " + DatabaseNames.quote(aside)
                    + "; COMMENT ON DATABASE " + DatabaseNames.quote(fresh) + " IS '" + comment.replace("'", "''")
                    + "'; ALTER DATABASE " + DatabaseNames.quote(fresh) + " RENAME TO " + DatabaseNames.quote(name));
        } catch (DatabaseError e) {
            attempt("ALTER DATABASE " + DatabaseNames.quote(name) + " WITH ALLOW_CONNECTIONS true");
            throw e;
        }
    }

    /** Runs work while a template lets one connect to it, which it does not else. */
    <T> T opened(String template, Supplier<T> work) {
        execute("ALTER DATABASE " + DatabaseNames.quote(template) + " WITH ALLOW_CONNECTIONS true");
        try {
            return work.get();
        } finally {
            attempt("ALTER DATABASE " + DatabaseNames.quote(template) + " WITH ALLOW_CONNECTIONS false");
        }
    }

    /** Runs work while nobody is connected to a database or gets in. */
    <T> T withoutUsers(String name, Supplier<T> work) {
        expelUsers(name);
        try {
            return work.get();
        } finally {
            attempt("ALTER DATABASE " + DatabaseNames.quote(name) + " WITH ALLOW_CONNECTIONS true");
        }
    }

    /**
     * Lets a name pass that no database has.
     *
     * @throws DatabaseError as PostgreSQL would when it is taken
     */
    void requireFree(String name) {
        if (string(EXISTS, name).isPresent()) {
            throw new DatabaseError(
                    "42P04", "psycopg2.errors.DuplicateDatabase", "database \"" + name + "\" already exists");
        }
    }

    /** What PostgreSQL says of a database that is not there. */
    static DatabaseError noSuchDatabase(String what, String name) {
        return new DatabaseError(
                "3D000", "psycopg2.errors.InvalidCatalogName", what + " \"" + name + "\" does not exist");
    }

    /** A text that our role carries, which is the same for everyone who connects as it. */
    Optional<String> setting(String key) {
        String start = SETTINGS_PREFIX + key + "=";
        return string(SETTING, start, start);
    }

    /** Has our role carry a text. */
    void set(String key, String value) {
        execute("ALTER ROLE CURRENT_USER SET " + SETTINGS_PREFIX + key + " = '" + value.replace("'", "''") + "'");
    }

    /**
     * Ends all connections to a database and lets no one in again.
     *
     * @throws StorageException when our role may not end somebody's; then everybody may stay
     */
    void expelUsers(String name) {
        execute("ALTER DATABASE " + DatabaseNames.quote(name) + " WITH ALLOW_CONNECTIONS false");
        try {
            // The second argument is for how many milliseconds to wait until the process is gone.
            strings("SELECT pg_terminate_backend(pid, 5000)::text FROM pg_stat_activity WHERE datname = ?", name);
        } catch (DatabaseError e) {
            attempt("ALTER DATABASE " + DatabaseNames.quote(name) + " WITH ALLOW_CONNECTIONS true");
            throw e.sqlState().equals(NOT_ALLOWED) ? inUse(name, e) : e;
        }
    }

    private StorageException inUse(String name, DatabaseError cause) {
        String others = String.join(", ", strings(OTHER_ROLES, name));
        return new StorageException(
                "The database " + name + " is in use by " + others + ", whom Sandoo's role may not disconnect", cause);
    }

    /** Runs the work while no other process on this server runs work under the same key. */
    void exclusively(String key, Runnable work) {
        use(connection -> {
            lock(connection, "SELECT pg_advisory_lock(hashtextextended(?, 0))", key);
            try {
                work.run();
            } finally {
                lock(connection, "SELECT pg_advisory_unlock(hashtextextended(?, 0))", key);
            }
            return null;
        });
    }

    @Override
    public void close() {
        pool.close();
    }

    private static List<String> strings(PreparedStatement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getString(1));
            }
            return values;
        }
    }

    private static Void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return null;
        }
    }

    private static void lock(Connection connection, String sql, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            statement.execute();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T use(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }
}
