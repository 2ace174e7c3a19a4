package dev.sandoo.server.db;

import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server and who connects to it. Its text form leaves the password out.
 *
 * @param url a JDBC URL, {@code jdbc:postgresql://host:port/database?options}; the database named there is the one that
 *     statements about databases run in, {@code postgres} when it names none
 */
public record ServerAddress(String url, Optional<String> user, Optional<String> password) {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final int PREPARED_STATEMENTS = 512;
    private static final int PREPARED_STATEMENTS_MIB = 16;

    public ServerAddress {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        if (!url.startsWith(PREFIX) || Driver.parseURL(url, null) == null) {
            throw new StorageException(
                    "The database URL must look like jdbc:postgresql://host:5432/, not like " + redacted(url));
        }
    }

    /** A server on this machine. */
    public static ServerAddress local(int port, String user, String password) {
        return new ServerAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable&gssEncMode=disable",
                Optional.of(user),
                Optional.of(password));
    }

    /** Host, port and maintenance database for people. */
    public String place() {
        return redacted(url);
    }

    /** Connections to the database that statements about databases run in. */
    DataSource maintenance() {
        return source();
    }

    /** Connections to one of the server's databases. */
    DataSource database(String name) {
        PGSimpleDataSource source = source();
        source.setDatabaseName(name);
        return source;
    }

    private PGSimpleDataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        user.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        if (source.getDatabaseName() == null || source.getDatabaseName().isEmpty()) {
            source.setDatabaseName("postgres");
        }
        source.setApplicationName("sandoo");
        source.setAssumeMinServerVersion("14"); // saves a round trip on each new connection
        // Calls repeat the same few hundred statements: keep each prepared from its first use on.
        source.setPrepareThreshold(1);
        source.setPreparedStatementCacheQueries(PREPARED_STATEMENTS);
        source.setPreparedStatementCacheSizeMiB(PREPARED_STATEMENTS_MIB);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    private static String redacted(String url) {
        int query = url.indexOf('?');
        String place = query < 0 ? url : url.substring(0, query);
        return place.replaceAll("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return place();
    }
}
