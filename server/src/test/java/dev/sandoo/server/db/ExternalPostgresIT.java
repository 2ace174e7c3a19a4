package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExternalPostgresIT {
    private static final ServerAddress SERVER = TestPostgres.server().address();

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
        TinyTemplate template = new TinyTemplate("t.4", "0123456789abcdef");

        try (ExternalPostgres server = ExternalPostgres.connect(tenant);
                PostgresDatabases databases =
                        new PostgresDatabases(server, template, PoolSettings.STANDARD, Clock.systemUTC())) {
            databases.create("rented");
            assertEquals(List.of("rented"), databases.list());
            assertDoesNotThrow(() -> databases.drop("rented"));
        }
        TestPostgres.maintain("ALTER DATABASE sandoo_template_t_4_0123456789ab WITH IS_TEMPLATE false");
        TestPostgres.maintain("DROP DATABASE sandoo_template_t_4_0123456789ab");
    }

    private static ServerAddress as(String user, String password) {
        return new ServerAddress(SERVER.url(), Optional.of(user), Optional.of(password));
    }

    private static String refusal(ServerAddress address) {
        return assertThrows(StorageException.class, () -> ExternalPostgres.connect(address))
                .getMessage();
    }
}
