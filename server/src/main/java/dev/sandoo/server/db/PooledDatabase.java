package dev.sandoo.server.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.sandoo.server.error.DatabaseError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

    /**
     * How long the pool tries to connect. It goes on trying when PostgreSQL has said no, so that a database which was dropped by
     * another process would have its callers wait; that all connections are in use is no matter of the pool's, but of {@link
     * #places}.
     */
    private static final Duration CONNECTING = Duration.ofSeconds(5);

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final String name;
    private final HikariDataSource pool;
    private final Summaries summaries;
    private final Gate gate = new Gate();
    private final Semaphore places;
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
        this.places = new Semaphore(settings.maxConnections());
        HikariConfig config = new HikariConfig();
        config.setPoolName("sandoo-" + name);
        config.setDataSource(server.database(name));
        config.setAutoCommit(false);
        config.setConnectionInitSql(SETTINGS.formatted(Transaction.APPLICATION, shared.node()));
        config.setIsolateInternalQueries(true); // commits the settings, which a first rollback would undo else
        config.setMaximumPoolSize(settings.maxConnections());
        config.setMinimumIdle(0);
        config.setIdleTimeout(settings.idleTimeout().toMillis());
        config.setConnectionTimeout(CONNECTING.toMillis());
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
        takePlace();
        boolean begun = false;
        try {
            Transaction transaction = new Transaction(connection(), summaries, this::leave);
            begun = true;
            return transaction;
        } finally {
            if (!begun) {
                places.release();
            }
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(waitTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new DatabaseError(
                TOO_MANY_CONNECTIONS,
                "psycopg2.OperationalError",
                "all connections to the database \"" + name + "\" are in use");
    }

    private void leave() {
        gate.leave();
        places.release();
    }

    private Connection connection() {
        try {
            gate.awaitOpen(waitTimeout);
            Connection connection = pool.getConnection();
            if (gate.enter()) {
                return connection;
            }
            connection.close(); // closed meanwhile: whoever closed the gate must not find us there
            gate.awaitOpen(waitTimeout);
            connection = pool.getConnection();
            gate.pass();
            return connection;
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
