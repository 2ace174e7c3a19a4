package dev.sandoo.server.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server that someone else runs. Closing leaves it alone. */
public final class ExternalPostgres implements PostgresServer {
    private static final int OLDEST_VERSION = 140_000;
    private static final int CONNECT_SECONDS = 10;
    private static final String INSPECT = """
            SELECT current_setting('server_version_num')::int,
                   current_setting('server_version'),
                   r.rolcreatedb OR r.rolsuper,
                   r.rolname,
                   pg_is_in_recovery()
              FROM pg_roles r
             WHERE r.rolname = current_user
            """;

    private final ServerAddress address;

    private ExternalPostgres(ServerAddress address) {
        this.address = address;
    }

    /**
     * Looks whether the server can be used.
     *
     * @throws StorageException when it cannot be reached, refuses the password, is older than 14, is a read-only
     *     replica or does not let us create databases
     */
    public static ExternalPostgres connect(ServerAddress address) {
        try (Connection connection = connection(address);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(INSPECT)) {
            result.next();
            check(address, result);
            return new ExternalPostgres(address);
        } catch (SQLException e) {
            throw new StorageException(reason(address, e), e);
        }
    }

    private static Connection connection(ServerAddress address) throws SQLException {
        var source = address.maintenance();
        source.setLoginTimeout(CONNECT_SECONDS);
        return source.getConnection();
    }

    private static void check(ServerAddress address, ResultSet row) throws SQLException {
        if (row.getInt(1) < OLDEST_VERSION) {
            throw new StorageException("PostgreSQL at " + address.place() + " is version " + row.getString(2)
                    + "; Sandoo needs 14 or later");
        }
        if (row.getBoolean(5)) {
            throw new StorageException("PostgreSQL at " + address.place() + " is a read-only replica");
        }
        if (!row.getBoolean(3)) {
            String role = row.getString(4);
            throw new StorageException("PostgreSQL user " + role + " at " + address.place()
                    + " may not create databases: give it the right with ALTER ROLE " + role + " CREATEDB");
        }
    }

    private static String reason(ServerAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28")) {
            return "PostgreSQL at " + address.place() + " refuses user or password";
        }
        if (state.equals("3D000")) {
            return "PostgreSQL at " + address.place() + " has no such database; name one that exists, such as postgres";
        }
        if (state.startsWith("08")) {
            return "PostgreSQL at " + address.place() + " cannot be reached";
        }
        return "PostgreSQL at " + address.place() + " cannot be used: " + firstLine(e.getMessage());
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    @Override
    public ServerAddress address() {
        return address;
    }

    @Override
    public boolean isOurs() {
        return false;
    }

    @Override
    public void close() {}
}
