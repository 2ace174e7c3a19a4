package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The control interface over HTTP: what it says of the server and of itself, and whom it lets in. */
class ControlWireIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete");

    private final EmulatorServer server = TestSandoo.of("19.0");

    @Test
    void infoSaysWhatRuns() throws Exception {
        JsonNode info = JSON.readTree(get("/_sandoo/info").body());

        assertEquals("19.0", info.path("odoo_version").asText());
        assertTrue(info.path("databases").toString().contains(TestSandoo.database("19.0")), info.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/_sandoo/health/live", "/_sandoo/health/ready"})
    void healthyServerPasses(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertEquals("200 {\"status\":\"pass\"}", answer.statusCode() + " " + answer.body());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    }

    @Test
    void namesThatOthersCanPointHereAreRefused() throws Exception {
        assertTrue(raw("GET", "Host: evil.example").startsWith("HTTP/1.1 403 "));
        assertTrue(raw("GET", "Host: localhost:8069").startsWith("HTTP/1.1 200 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1", "Origin: https://evil.example"})
    void strangersBehindThisMachineAreRefused(String header) throws Exception {
        String answer = raw("POST", "Host: localhost\r\n" + header);

        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @Test
    void tokenIsWantedOnceThereIsOne() throws Exception {
        EmulatorConfig config = TestSandoo.config("19.0").withControlToken("s3cret-token");
        try (EmulatorServer guarded = EmulatorServer.start(config)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(guarded.url() + "/_sandoo/info"));
            HttpResponse<String> refused = CLIENT.send(request.build(), BodyHandlers.ofString());

            assertEquals(401, refused.statusCode());
            assertEquals(
                    "Bearer", refused.headers().firstValue("WWW-Authenticate").orElse(""));
            request.header("Authorization", "Bearer s3cret-token");
            assertEquals(
                    200, CLIENT.send(request.build(), BodyHandlers.ofString()).statusCode());
        }
    }

    @Test
    void documentIsWhole() throws Exception {
        JsonNode document = JSON.readTree(get("/_sandoo/openapi.json").body());

        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        each(
                document.path("paths"),
                (path, item) -> each(item, (verb, operation) -> {
                    String place = verb + " " + path + ": ";
                    check(faults, VERBS.contains(verb), place + "no verb");
                    check(faults, ids.add(operation.path("operationId").asText("")), place + "its id is not its own");
                    check(faults, operation.path("summary").asText("").endsWith("."), place + "no summary");
                    check(faults, operation.path("responses").size() > 1, place + "no responses");
                    check(faults, names(path).equals(parameters(operation)), place + "parameters differ from the path");
                }));
        for (JsonNode reference : document.findValues("$ref")) {
            JsonNode target = document.at(reference.asText().substring(1));
            check(faults, target.path("type").isTextual(), reference + " leads nowhere");
        }
        assertTrue(document.path("openapi").asText().startsWith("3.1."));
        assertTrue(ids.size() >= 4, ids.toString());
        assertEquals(List.of(), faults);
    }

    @Test
    void metricsCountCallsOfWhatExists() throws Exception {
        for (String model : List.of("res.partner", "no.such.model")) {
            String call = "{\"params\": {\"service\": \"object\", \"method\": \"execute_kw\", \"args\": [\""
                    + TestSandoo.database("19.0") + "\", 2, \"admin\", \"" + model + "\", \"search_count\", [[]]]}}";
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/jsonrpc"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(call))
                    .build();
            CLIENT.send(request, BodyHandlers.discarding());
        }

        HttpResponse<String> metrics = get("/_sandoo/metrics");

        assertTrue(metrics.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
        String search = "sandoo_calls_seconds_count{method=\"search_count\",model=\"res.partner\",outcome=\"ok\"";
        assertTrue(metrics.body().contains(search), metrics.body());
        assertTrue(metrics.body().contains("{method=\"other\",model=\"other\",outcome="), metrics.body());
        assertFalse(metrics.body().contains("no.such.model"));
        assertTrue(metrics.body().contains("sandoo_connections_active{database="));
        assertTrue(metrics.body().contains("cache_gets_total{cache=\"registries\""));
    }

    @Test
    void pathsOfOdooAreUntouched() throws Exception {
        assertEquals(404, get("/_sandoos").statusCode());
        assertFalse(get("/_sandoos").body().contains("tag:sandoo"));
    }

    private static void check(List<String> faults, boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }

    private static void each(JsonNode node, BiConsumer<String, JsonNode> work) {
        node.properties().forEach(member -> work.accept(member.getKey(), member.getValue()));
    }

    private static Set<String> names(String path) {
        Set<String> names = new HashSet<>();
        for (Matcher matcher = Pattern.compile("\\{(\\w+)}").matcher(path); matcher.find(); ) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static Set<String> parameters(JsonNode operation) {
        Set<String> names = new HashSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString());
    }

    /** What no stock client sends: headers that say another host or a proxy. */
    private String raw(String method, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            String request = method + " /_sandoo/info HTTP/1.1\r\n" + headers + "\r\nContent-Length: 0\r\n"
                    + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
