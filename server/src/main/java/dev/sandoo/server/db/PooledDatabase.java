package dev.sandoo.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** A database whose connections are opened when first needed, shared, and closed when they lie idle. */
final class PooledDatabase implements Database {
    // One round trip for each new connection; timestamps are kept in UTC, so nothing may depend on the machine's zone.
    // PostgreSQL reports the application name back to the driver: so every connection knows its database's own number.
    private static final String SETTINGS = """
            SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ;
            SET TIME ZONE 'UTC';
            SELECT set_config('application_name', '%s' || oid || '-%s', false)
              FROM pg_database WHERE datname = current_database()
            """;

    /** How long those who change the whole of a database wait for its calls to end. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String NO_SUCH_DATABASE = "3D000";

    private final String name;
    private final HikariDataSource pool;
    private final Summaries summaries;
    private final Gate gate = new Gate();
    private final Duration waitTimeout;
    private volatile boolean gone;

    /**
     * What the databases of one process share.
     *
     * @param node tells this process's connections from those of others
     */
    record Shared(ScheduledExecutorService scheduler, Summaries summaries, String node) {}

    PooledDatabase(ServerAddress server, String name, PoolSettings settings, Shared shared) {
        this.name = name;
        this.summaries = shared.summaries();
        this.waitTimeout = settings.waitTimeout();
        HikariConfig config = new HikariConfig();
        config.setPoolName("sandoo-" + name);
        config.setDataSource(server.database(name));
        config.setAutoCommit(false);
        config.setConnectionInitSql(SETTINGS.formatted(Transaction.APPLICATION, shared.node()));
        config.setIsolateInternalQueries(true); // commits the settings, which a first rollback would undo else
        config.setMaximumPoolSize(settings.maxConnections());
        config.setMinimumIdle(0);
        config.setIdleTimeout(settings.idleTimeout().toMillis());
        config.setConnectionTimeout(settings.waitTimeout().toMillis());
        config.setInitializationFailTimeout(-1);
        config.setScheduledExecutor(shared.scheduler());
        pool = new HikariDataSource(config);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Transaction begin() {
        try {
            gate.awaitOpen(waitTimeout);
            Connection connection = pool.getConnection();
            if (!gate.enter()) { // closed meanwhile: whoever closed it must not find us there
                connection.close();
                gate.awaitOpen(waitTimeout);
                connection = pool.getConnection();
                gate.pass();
            }
            return new Transaction(connection, summaries, gate::leave);
        } catch (SQLTransientConnectionException e) {
            throw SqlErrors.translate(e.getCause() instanceof SQLException reason ? noting(reason) : e);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /**
     * Does something to the whole of the database: once the transactions under way have ended, and while new ones wait. One
     * that does not end in time goes on beside the work.
     */
    <T> T alone(Supplier<T> work) {
        return gate.closed(PATIENCE, work);
    }

    /** Closes the connections that lie idle: another database is to take this one's name. */
    void disconnect() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private SQLException noting(SQLException reason) {
        gone |= NO_SUCH_DATABASE.equals(reason.getSQLState());
        return reason;
    }

    /** Whether another process has dropped the database; found out when a connection is opened. */
    boolean isGone() {
        return gone;
    }

    /** What the connections do now. */
    PoolUse use() {
        HikariPoolMXBean numbers = pool.getHikariPoolMXBean();
        return numbers == null // before the first connection
                ? new PoolUse(name, 0, 0, 0)
                : new PoolUse(
                        name,
                        numbers.getActiveConnections(),
                        numbers.getIdleConnections(),
                        numbers.getThreadsAwaitingConnection());
    }

    @Override
    public int openTransactions() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        pool.close();
    }
}
