package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.cli.remote.RemoteProgram;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.xmlrpc.XmlRpcException;
import org.apache.xmlrpc.client.XmlRpcClient;
import org.apache.xmlrpc.client.XmlRpcClientConfigImpl;
import org.junit.jupiter.api.Test;

/** What a stock client has called, looked at over the control interface and from the shell. */
class CallsWireIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATABASE = TestSandoo.database("19.0");
    private static final String PATH = "/_sandoo/databases/" + DATABASE + "/calls";

    private final EmulatorServer server = TestSandoo.of("19.0");
    private final HttpClient http = HttpClient.newHttpClient();

    private Object execute(String model, String method, Object... args) throws Exception {
        return call("object", "execute_kw", DATABASE, 2, "admin", model, method, args, Map.of());
    }

    private Object call(String service, String method, Object... parameters) throws Exception {
        XmlRpcClientConfigImpl config = new XmlRpcClientConfigImpl();
        config.setServerURL(URI.create(server.url() + "/xmlrpc/2/" + service).toURL());
        XmlRpcClient client = new XmlRpcClient();
        client.setConfig(config);
        return client.execute(method, parameters);
    }

    private long last() throws Exception {
        return get("?limit=1").path("last").asLong();
    }

    private JsonNode get(String query) throws Exception {
        return JSON.readTree(http.send(
                        HttpRequest.newBuilder(URI.create(server.url() + PATH + query))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    private HttpResponse<String> verify(String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + PATH + "/verify"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void callsShowArgumentsAnswersAndWhoMadeThem() throws Exception {
        long before = last();
        Object id = execute("res.partner", "create", Map.of("name", "Journal Ada"));
        try {
            execute("res.partner", "no_such_method", List.of());
        } catch (XmlRpcException expected) {
            assertEquals(1, expected.code);
        }

        JsonNode calls = get("?since=" + before + "&model=res.partner").path("calls");

        assertEquals(2, calls.size());
        JsonNode create = calls.get(0);
        assertEquals("[{\"name\":\"Journal Ada\"}]", create.path("args").toString());
        assertEquals(id, create.path("result").asInt());
        assertEquals(
                "admin xmlrpc ok",
                create.path("login").asText() + " " + create.path("protocol").asText() + " "
                        + create.path("outcome").asText());
        assertEquals("builtins.AttributeError", calls.get(1).at("/error/name").asText());
    }

    @Test
    void loginsAreKeptFailedOnesTooAndSecretsNever() throws Exception {
        long before = last();
        call("common", "authenticate", DATABASE, "admin", "admin", Map.of());
        call("common", "authenticate", DATABASE, "admin", "wr0ng-s3cret", Map.of());

        JsonNode found = get("?since=" + before + "&model=common");

        assertEquals("ok", found.at("/calls/0/outcome").asText());
        assertEquals("denied", found.at("/calls/1/outcome").asText());
        assertEquals("{\"password\":\"***\"}", found.at("/calls/1/kwargs").toString());
        assertFalse(found.toString().contains("wr0ng-s3cret"), found.toString());
    }

    @Test
    void passwordsInValuesAreMasked() throws Exception {
        long before = last();
        execute("res.users", "create", Map.of("name", "J", "login", "journal-" + before, "password", "hush-hush-1"));

        JsonNode found = get("?since=" + before + "&where="
                + URLEncoder.encode("{\"values.password\": {\"set\": true}}", StandardCharsets.UTF_8));

        assertEquals(1, found.path("count").asInt());
        assertFalse(found.toString().contains("hush-hush-1"), found.toString());
    }

    @Test
    void whoWaitsIsToldOfACallThatComesLater() throws Exception {
        long before = last();
        CompletableFuture<HttpResponse<String>> waiting = http.sendAsync(
                HttpRequest.newBuilder(URI.create(
                                server.url() + PATH + "?wait=PT30S&model=res.country&method=search&since=" + before))
                        .build(),
                BodyHandlers.ofString());
        execute("res.country", "search", List.of());

        assertEquals(1, JSON.readTree(waiting.get().body()).path("count").asInt());
    }

    @Test
    void verificationsHoldOrTellWhatCameNear() throws Exception {
        long before = last();
        execute("res.partner", "create", Map.of("name", "Verified", "email", "v@a.example"));
        execute("res.partner", "create", Map.of("name", "Not verified"));
        String expectation = "{\"model\": \"res.partner\", \"method\": \"create\", \"since\": " + before
                + ", \"where\": {\"values.email\": {\"set\": true}}, \"exactly\": %d}";

        HttpResponse<String> holds = verify(expectation.formatted(1));
        HttpResponse<String> fails = verify(expectation.formatted(2));

        assertEquals("200 {\"count\":1}", holds.statusCode() + " " + holds.body());
        assertEquals(409, fails.statusCode());
        String detail = JSON.readTree(fails.body()).path("detail").asText();
        assertTrue(
                detail.startsWith("Expected exactly 2 calls of res.partner.create with values.email set; there was 1."),
                detail);
        assertTrue(detail.contains("values.email: expected a value, was missing"), detail);
    }

    @Test
    void whatMakesNoSenseIsNamed() throws Exception {
        HttpResponse<String> answer = verify("{\"where\": {\"values.x\": {\"like\": 1}}}");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("#/where/values.x"), answer.body());
        assertEquals(
                404,
                http.send(
                                HttpRequest.newBuilder(URI.create(server.url() + "/_sandoo/databases/nowhere/calls"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode());
    }

    @Test
    void theShellShowsAndVerifies() throws Exception {
        long before = last();
        execute("res.partner", "search_count", List.of());

        String listed = shell("list", "--since", "" + before, "--model", "res.partner");
        String followed = shell("follow", "--since", "" + before, "--model", "res.partner", "--count", "1");
        String verified = shell("verify", "--since", "" + before, "--method", "search_count", "--at-least", "1");

        assertTrue(listed.contains("search_count"), listed);
        assertTrue(followed.contains("admin res.partner.search_count"), followed);
        assertTrue(verified.startsWith("verified: "), verified);
    }

    private String shell(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of("journal"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", server.url(), "--db", DATABASE));
        new RemoteProgram(Map.of(), new PrintStream(out, true, StandardCharsets.UTF_8)).run(all);
        return out.toString(StandardCharsets.UTF_8);
    }
}
