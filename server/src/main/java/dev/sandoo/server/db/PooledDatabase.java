package dev.sandoo.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.ScheduledExecutorService;

/** A database whose connections are opened when first needed, shared, and closed when they lie idle. */
final class PooledDatabase implements Database {
    // One round trip for each new connection; timestamps are kept in UTC, so nothing may depend on the machine's zone.
    // PostgreSQL reports the application name back to the driver: so every connection knows its database's own number.
    private static final String SETTINGS = """
            SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ;
            SET TIME ZONE 'UTC';
            SELECT set_config('application_name', '%s' || oid, false) FROM pg_database WHERE datname = current_database()
            """.formatted(Transaction.APPLICATION);

    private static final String NO_SUCH_DATABASE = "3D000";

    private final String name;
    private final HikariDataSource pool;
    private final Summaries summaries;
    private volatile boolean gone;

    PooledDatabase(
            ServerAddress server,
            String name,
            PoolSettings settings,
            ScheduledExecutorService scheduler,
            Summaries summaries) {
        this.name = name;
        this.summaries = summaries;
        HikariConfig config = new HikariConfig();
        config.setPoolName("sandoo-" + name);
        config.setDataSource(server.database(name));
        config.setAutoCommit(false);
        config.setConnectionInitSql(SETTINGS);
        config.setIsolateInternalQueries(true); // commits the settings, which a first rollback would undo else
        config.setMaximumPoolSize(settings.maxConnections());
        config.setMinimumIdle(0);
        config.setIdleTimeout(settings.idleTimeout().toMillis());
        config.setConnectionTimeout(settings.waitTimeout().toMillis());
        config.setInitializationFailTimeout(-1);
        config.setScheduledExecutor(scheduler);
        pool = new HikariDataSource(config);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Transaction begin() {
        try {
            return new Transaction(pool.getConnection(), summaries);
        } catch (SQLTransientConnectionException e) {
            throw SqlErrors.translate(e.getCause() instanceof SQLException reason ? noting(reason) : e);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private SQLException noting(SQLException reason) {
        gone |= NO_SUCH_DATABASE.equals(reason.getSQLState());
        return reason;
    }

    /** Whether another process has dropped the database; found out when a connection is opened. */
    boolean isGone() {
        return gone;
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
