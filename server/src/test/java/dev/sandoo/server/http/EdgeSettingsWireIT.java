package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.EmulatorServer;
import dev.sandoo.server.TestSandoo;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with TLS, behind a proxy, with a filter and without the database manager. Asked of a 19.0 with the same settings. */
class EdgeSettingsWireIT {
    private static final String DATABASE = TestSandoo.database("19.0");
    private static final String LOGIN =
            "{\"params\": {\"db\": \"%s\", \"login\": \"admin\", \"password\": \"admin\"}}".formatted(DATABASE);

    @TempDir
    private static Path folder;

    private static EmulatorServer server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        TestCertificate certificate = new TestCertificate(folder, "server", "EC");
        server = EmulatorServer.start(TestSandoo.config("19.0")
                .withTls(certificate.chain(), certificate.key())
                .withProxyMode()
                .withoutDatabaseManager()
                .withDatabaseFilter("%d"));
        client = HttpClient.newBuilder().sslContext(certificate.trusting()).build();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void addressIsThatOfTls() {
        assertTrue(server.url().startsWith("https://127.0.0.1:"), server.url());
    }

    @Test
    void xmlRpcIsSpokenOverTls() throws Exception {
        HttpResponse<String> answer =
                post("/xmlrpc/2/common", "text/xml", "<methodCall><methodName>version</methodName></methodCall>", null);

        assertTrue(answer.body().contains("<string>19.0</string>"), answer.body());
    }

    @Test
    void proxyTellsTheAddressOfTheServer() throws Exception {
        String answer = authenticate(DATABASE + ".example.com").body();

        assertTrue(answer.contains("\"web.base.url\": \"https://" + DATABASE + ".example.com\""), answer);
    }

    @Test
    void databaseThatTheFilterHidesIsNotFound() throws Exception {
        String answer = authenticate("other.example.com").body();

        assertTrue(answer.contains("Database not found."), answer);
    }

    @Test
    void pagesOfAHostWithoutDatabasesLeadToTheSelector() throws Exception {
        HttpResponse<String> answer = client.send(
                request("/web/login")
                        .header("X-Forwarded-Host", "other.example.com")
                        .build(),
                BodyHandlers.ofString());

        assertEquals(303, answer.statusCode());
        assertEquals(
                "/web/database/selector",
                answer.headers().firstValue("Location").orElse(""));
    }

    @Test
    void databasesCannotBeListedOrChanged() throws Exception {
        assertTrue(service("list").contains("Access Denied"));
        assertTrue(service("create_database", "admin", "x").contains("Access Denied"));
        assertTrue(service("drop", "admin", "x").contains("Access Denied"));
        assertTrue(service("change_admin_password", "admin", "x").contains("Access Denied"));
        assertTrue(post("/web/database/list", "application/json", "{}", null)
                .body()
                .contains("Access Denied"));
    }

    @Test
    void whatTellsNothingOfDatabasesStillWorks() throws Exception {
        assertTrue(service("server_version").contains("\"result\": \"19.0"));
        assertTrue(service("list_countries", "admin").contains("Belgium"));
    }

    @Test
    void formsOfTheManagerAreForbidden() throws Exception {
        HttpResponse<String> drop = post(
                "/web/database/drop", "application/x-www-form-urlencoded", "master_pwd=admin&name=" + DATABASE, null);
        String page = post("/web/database/manager", "text/plain", "", null).body();

        assertEquals(403, drop.statusCode());
        assertTrue(page.contains("switched off"), page);
        assertFalse(page.contains("<form"), page);
    }

    private static HttpResponse<String> authenticate(String host) throws Exception {
        return post("/web/session/authenticate", "application/json", LOGIN, host);
    }

    private static String service(String method, String... arguments) throws Exception {
        String list = arguments.length == 0 ? "" : "\"" + String.join("\", \"", arguments) + "\"";
        String body = "{\"params\": {\"service\": \"db\", \"method\": \"%s\", \"args\": [%s]}}".formatted(method, list);
        return post("/jsonrpc", "application/json", body, null).body();
    }

    private static HttpResponse<String> post(String path, String type, String body, String host) throws Exception {
        HttpRequest.Builder request = request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        if (host != null) {
            request.header("X-Forwarded-Host", host);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path));
    }
}
