package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sandoo.server.sql.SqlFragment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ExternalPostgresIT {
    private static final ServerAddress SERVER = TestPostgres.server().address();

    private static final TinyTemplate TINY = new TinyTemplate("t.4", "0123456789abcdef");

    @BeforeAll
    static void addRoles() {
        TestPostgres.maintain("CREATE ROLE outsider LOGIN PASSWORD 'pw'");
        TestPostgres.maintain("CREATE ROLE tenant LOGIN PASSWORD 'pw' CREATEDB");
    }

    @AfterAll
    static void dropRoles() {
        TestPostgres.maintain("DROP ROLE outsider");
        TestPostgres.maintain("DROP ROLE tenant");
    }

    @Test
    void wrongPasswordIsOneClearLine() {
        assertEquals("PostgreSQL at " + SERVER.place() + " refuses user or password", refusal(as("tenant", "wrong")));
    }

    @Test
    void roleThatMayNotCreateDatabasesIsToldHowItMay() {
        String message = refusal(as("outsider", "pw"));

        assertTrue(message.endsWith("give it the right with ALTER ROLE outsider CREATEDB"), message);
    }

    @Test
    void unknownDatabaseIsTold() {
        String url = SERVER.url().replace("/postgres?", "/nowhere?");

        String message = refusal(new ServerAddress(url, SERVER.user(), SERVER.password()));

        assertTrue(message.contains("has no such database"), message);
    }

    @Test
    void serverThatIsNotThereIsTold() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        String message = refusal(ServerAddress.local(port, "tenant", "pw"));

        assertEquals("PostgreSQL at jdbc:postgresql://127.0.0.1:" + port + "/postgres cannot be reached", message);
    }

    @Test
    void roleThatMayCreateDatabasesNeedsNothingElse() {
        ServerAddress tenant = as("tenant", "pw");
        try (ExternalPostgres server = ExternalPostgres.connect(tenant);
                PostgresDatabases databases =
                        new PostgresDatabases(server, TINY, PoolSettings.STANDARD, Clock.systemUTC())) {
            databases.create("rented");
            assertEquals(List.of("rented"), databases.list());
            assertDoesNotThrow(() -> databases.drop("rented"));
        }
        dropTemplate();
    }

    @Test
    void resetsNeedNoOtherRightEither() {
        try (ExternalPostgres server = ExternalPostgres.connect(as("tenant", "pw"));
                PostgresDatabases databases =
                        new PostgresDatabases(server, TINY, PoolSettings.STANDARD, Clock.systemUTC());
                Warnings warnings = new Warnings()) {
            databases.create("rented");
            for (int i = 0; i < 2; i++) {
                change(databases, "INSERT INTO thing (name) VALUES ('lost')");
                databases.reset("rented", Optional.empty());
                assertEquals(0, things(databases));
            }
            databases.drop("rented");

            assertEquals(List.of(), warnings.messages());
        }
        dropTemplate();
    }

    @Test
    void whomTheRoleMayNotDisconnectIsNamed() throws SQLException {
        try (ExternalPostgres server = ExternalPostgres.connect(as("tenant", "pw"));
                PostgresDatabases databases =
                        new PostgresDatabases(server, TINY, PoolSettings.STANDARD, Clock.systemUTC())) {
            databases.create("rented");
            String url = SERVER.url().replace("/postgres?", "/rented?");
            try (Connection owner = DriverManager.getConnection(
                    url, SERVER.user().orElseThrow(), SERVER.password().orElseThrow())) {
                String message = assertThrows(StorageException.class, () -> databases.reset("rented", Optional.empty()))
                        .getMessage();

                assertEquals(
                        "The database rented is in use by "
                                + owner.getMetaData().getUserName() + ", whom Sandoo's role may not disconnect",
                        message);
            }
            assertEquals(0, things(databases), "it can be used as before");
            databases.drop("rented");
        }
        dropTemplate();
    }

    private static void change(Databases databases, String sql) {
        try (Transaction transaction = databases.open("rented").orElseThrow().begin()) {
            transaction.execute(sql);
            transaction.commit();
        }
    }

    private static int things(Databases databases) {
        try (Transaction transaction = databases.open("rented").orElseThrow().begin()) {
            return transaction
                    .queryFirst(SqlFragment.of("SELECT count(*)::int FROM thing"), row -> row.integer(1))
                    .orElseThrow();
        }
    }

    private static void dropTemplate() {
        TestPostgres.maintain("ALTER DATABASE sandoo_template_t_4_0123456789ab WITH IS_TEMPLATE false");
        TestPostgres.maintain("DROP DATABASE sandoo_template_t_4_0123456789ab");
    }

    /** What was logged for people to worry about. */
    private static final class Warnings implements AutoCloseable {
        private final Logger logger = (Logger) LoggerFactory.getLogger("dev.sandoo");
        private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

        Warnings() {
            appender.start();
            logger.addAppender(appender);
        }

        List<String> messages() {
            return appender.list.stream()
                    .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        }

        @Override
        public void close() {
            logger.detachAppender(appender);
        }
    }

    private static ServerAddress as(String user, String password) {
        return new ServerAddress(SERVER.url(), Optional.of(user), Optional.of(password));
    }

    private static String refusal(ServerAddress address) {
        return assertThrows(StorageException.class, () -> ExternalPostgres.connect(address))
                .getMessage();
    }
}
