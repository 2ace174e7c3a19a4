package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatorServerIT {
    private static final String LOGIN = call("authenticate", "demo", "admin", "admin");

    private static final String COUNT_ORDERS = """
            <methodCall><methodName>execute</methodName><params>
            <param><value>%s</value></param><param><value><int>2</int></value></param><param><value>admin</value></param>
            <param><value>sale.order</value></param><param><value>search_count</value></param>
            <param><value><array><data/></array></value></param>
            </params></methodCall>""";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void aFreshEmulatorLetsAdminInAndMayBeClosedTwice() throws Exception {
        EmulatorServer server = EmulatorServer.start(EmulatorConfig.ephemeral());

        String answer = post(server, "/xmlrpc/2/common", LOGIN);
        server.close();
        server.close();

        assertTrue(answer.contains("<int>2</int>"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void demoRecordsAreThereWhenAskedFor(String version) throws Exception {
        String database = TestSandoo.database(version) + "_demo";
        EmulatorConfig config =
                TestSandoo.config(version).withDatabase(database).withDemo();
        try (EmulatorServer server = EmulatorServer.start(config)) {
            String answer = post(server, "/xmlrpc/2/object", COUNT_ORDERS.formatted(database));

            assertTrue(answer.contains("<int>2</int>"), answer);
        }
    }

    @Test
    void dataInAFolderIsThereAtTheNextStartButNotForAnotherVersion() throws Exception {
        EmulatorConfig config = EmulatorConfig.inFolder(folder).withDatabase("shop");
        EmulatorServer.start(config).close();

        try (EmulatorServer server = EmulatorServer.start(config.withDatabase("other"))) {
            String answer = post(server, "/xmlrpc/2/db", call("list"));

            assertTrue(answer.contains("<string>shop</string>"), answer);
            assertTrue(answer.contains("<string>other</string>"), answer);
            assertRefusedWith(folder.toString(), config); // one at a time
        }
        assertRefusedWith(
                "PostgreSQL has a database shop already that is not Sandoo's for Odoo 14.0; choose another name with --db",
                config.withOdooVersion("14.0"));
    }

    @Test
    void aTakenPortIsToldInOneLine() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            EmulatorConfig config = EmulatorConfig.ephemeral().withPort(taken.getLocalPort());

            StartException refused = assertThrows(StartException.class, () -> EmulatorServer.start(config));

            assertEquals(
                    "port " + taken.getLocalPort() + " on 127.0.0.1 is taken by another program", refused.getMessage());
        }
    }

    @Test
    void anAddressOfAnotherMachineIsToldInOneLine() {
        EmulatorConfig config = EmulatorConfig.ephemeral().withBind("192.0.2.1");

        StartException refused = assertThrows(StartException.class, () -> EmulatorServer.start(config));

        assertTrue(refused.getMessage().startsWith("cannot listen on port 0 on 192.0.2.1: "), refused.getMessage());
    }

    @Test
    void anUnreachableDatabaseIsToldInOneLine() {
        PostgresPlace nowhere = new PostgresPlace.External(
                "jdbc:postgresql://127.0.0.1:1/postgres", Optional.of("ada"), Optional.of("x"));

        StartException refused = assertThrows(
                StartException.class,
                () -> EmulatorServer.start(EmulatorConfig.ephemeral().withPostgres(nowhere)));

        assertEquals("PostgreSQL at jdbc:postgresql://127.0.0.1:1/postgres cannot be reached", refused.getMessage());
    }

    private static void assertRefusedWith(String reason, EmulatorConfig config) {
        StartException refused = assertThrows(StartException.class, () -> EmulatorServer.start(config));

        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    private String post(EmulatorServer server, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String call(String method, String... texts) {
        StringBuilder body = new StringBuilder("<methodCall><methodName>" + method + "</methodName><params>");
        for (String text : texts) {
            body.append("<param><value><string>").append(text).append("</string></value></param>");
        }
        if (method.equals("authenticate")) {
            body.append("<param><value><struct/></value></param>");
        }
        return body.append("</params></methodCall>").toString();
    }
}
