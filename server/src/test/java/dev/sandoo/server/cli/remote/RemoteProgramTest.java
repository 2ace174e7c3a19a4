package dev.sandoo.server.cli.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What commands for a running server say, held against a server that answers what a test wants. */
class RemoteProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private HttpServer server;
    private String url;
    private String asked = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void peopleGetALineForEachMember() {
        answer(
                200,
                "application/json",
                "{\"odoo_version\": \"19.0\", \"databases\": [\"a\", \"b\"], \"database\": null}");

        run(Map.of(), "info", "--url", url);

        assertEquals("odoo version  19.0\ndatabases     a, b\ndatabase      -\n", printed());
    }

    @Test
    void scriptsGetJson() {
        answer(200, "application/json", "{\"odoo_version\":\"19.0\"}");

        run(Map.of(), "info", "--json", "--url=" + url + "/");

        assertEquals("{\n  \"odoo_version\" : \"19.0\"\n}\n", printed());
    }

    @Test
    void environmentTellsServerAndToken() {
        answer(200, "application/json", "{}");

        run(Map.of("SANDOO_URL", url, "SANDOO_CONTROL_TOKEN", "s3cret"), "info");

        assertEquals("GET /_sandoo/info Bearer s3cret", asked);
    }

    @Test
    void problemsAreToldByTheirDetail() {
        answer(422, "application/problem+json", "{\"title\": \"No\", \"detail\": \"name: is missing\"}");

        assertEquals("REFUSAL name: is missing", failure("info", "--url", url));
    }

    @Test
    void otherServersAreToldApart() {
        answer(404, "text/html", "<h1>404</h1>");

        assertEquals(
                "REFUSAL what listens at " + url + " is no Sandoo with a control interface: it answers 404",
                failure("info", "--url", url));
    }

    @Test
    void nobodyListensIsSaid() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertEquals(
                "REFUSAL nothing listens at http://127.0.0.1:" + free
                        + "; start it with sandoo serve, or name another with --url",
                failure("info", "--url", "http://127.0.0.1:" + free));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--url=localhost | --url: not an address; write it as http://127.0.0.1:8069",
                "--jason         | unknown option: '--jason'; did you mean --json?",
                "more            | unmatched argument at index 1: 'more'; see sandoo info --help",
                "--url           | missing required parameter for option '--url' (URL); see sandoo info --help",
            })
    void misuseIsNamed(String argument, String message) {
        assertEquals("MISUSE " + message, failure("info", argument));
    }

    @Test
    void helpTellsTheOptions() {
        run(Map.of(), "info", "--help");

        assertTrue(printed().contains("Usage: sandoo info"), printed());
        assertTrue(printed().contains("--token"), printed());
    }

    private void answer(int status, String type, String body) {
        server.createContext("/", exchange -> {
            asked = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization");
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
    }

    private String failure(String... arguments) {
        RemoteFailure failure = assertThrows(RemoteFailure.class, () -> run(Map.of(), arguments));
        return failure.kind() + " " + failure.getMessage();
    }

    private void run(Map<String, String> environment, String... arguments) {
        new RemoteProgram(environment, new PrintStream(out, true, UTF_8)).run(List.of(arguments));
    }

    private String printed() {
        return out.toString(UTF_8).replace("\r\n", "\n");
    }
}
