package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases, resets and snapshots over the control interface, looked at by JSON-RPC. */
class DatabasesControlWireIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final int ADMIN = 2;

    private final EmulatorServer server = TestSandoo.of("19.0");
    private final String database = "reset_" + ProcessHandle.current().pid() + "_" + NEXT.getAndIncrement();
    private final String snapshots = "/databases/" + database + "/snapshots";

    @BeforeEach
    void create() throws Exception {
        assertEquals(
                201,
                send("POST", "/databases", "{\"name\": \"" + database + "\"}").statusCode());
    }

    @AfterEach
    void drop() throws Exception {
        send("DELETE", "/databases/" + database, "");
    }

    @Test
    void resetUndoesWhateverWasWritten() throws Exception {
        Object before = everything();
        writeAllOverThePlace();
        assertNotEquals(before, everything());

        JsonNode timing = json(send("POST", "/databases/" + database + "/reset", ""));

        assertTrue(timing.path("milliseconds").isNumber(), timing.toString());
        assertEquals(before, everything());
    }

    @Test
    void resetCanBeRepeated() throws Exception {
        Object before = everything();
        int firstId = 0;
        for (int i = 0; i < 3; i++) {
            writeAllOverThePlace();
            reset("");
            assertEquals(before, everything());
            int id = call("res.partner", "create", Map.of("name", "Ada")).asInt();
            assertTrue(i == 0 || id == firstId, "numbers go on from where they were");
            firstId = id;
        }
    }

    @Test
    void customModelsAreUndoneToo() throws Exception {
        int model = call("ir.model", "create", Map.of("name", "Boats", "model", "x_boat"))
                .asInt();
        call(
                "ir.model.access",
                "create",
                Map.of("name", "boats", "model_id", model, "perm_read", true, "perm_create", true, "perm_write", true));
        call("x_boat", "create", Map.of("x_name", "Argo"));

        reset("");

        assertEquals(
                0,
                call("ir.model", "search_count", List.of(List.of("model", "=", "x_boat")))
                        .asInt());
        assertTrue(raw("x_boat", "search_count", List.of()).path("error").isObject());
        call("ir.model", "create", Map.of("name", "Boats", "model", "x_boat"));
        assertEquals(
                1,
                call("ir.model", "search_count", List.of(List.of("model", "=", "x_boat")))
                        .asInt());
    }

    @Test
    void rightsThatWereTakenAwayAreBack() throws Exception {
        call("res.users", "write", List.of(ADMIN), Map.of("login", "boss", "password", "other"));

        reset("");

        assertEquals(
                "Administrator",
                call("res.users", "read", List.of(ADMIN), List.of("name"))
                        .path(0)
                        .path("name")
                        .asText());
    }

    @Test
    void eachResetMakesTheDatabaseAnother() throws Exception {
        String before = uuid();

        reset("");

        assertNotEquals(before, uuid());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void snapshotIsWhatDatabasesGoBackTo(boolean twice) throws Exception {
        call("res.partner", "create", Map.of("name", "Kept"));
        String name = database + "_kept";
        assertEquals(
                201, send("POST", snapshots, "{\"name\": \"" + name + "\"}").statusCode());
        call("res.partner", "create", Map.of("name", "Lost"));

        reset("{\"snapshot\": \"" + name + "\"}");
        if (twice) {
            call("res.partner", "create", Map.of("name", "Lost"));
            reset("{\"snapshot\": \"" + name + "\"}");
        }

        assertEquals(List.of(1, 0), List.of(partners("Kept"), partners("Lost")));
        reset("");
        assertEquals(0, partners("Kept"));
    }

    @Test
    void databaseMadeFromASnapshotGoesBackToIt() throws Exception {
        call("res.partner", "create", Map.of("name", "Kept"));
        String name = database + "_kept";
        send("POST", snapshots, "{\"name\": \"" + name + "\"}");
        reset("");
        String other = database + "_b";
        send("POST", "/databases", "{\"name\": \"" + other + "\", \"from\": \"" + name + "\"}");
        try {
            assertEquals(1, partners(other, "Kept"));
            callIn(other, "res.partner", "create", Map.of("name", "Lost"));
            assertEquals(
                    200, send("POST", "/databases/" + other + "/reset", "{}").statusCode());

            assertEquals(List.of(1, 0), List.of(partners(other, "Kept"), partners(other, "Lost")));
            assertEquals(0, partners("Kept"));
        } finally {
            send("DELETE", "/databases/" + other, "");
        }
    }

    @Test
    void snapshotsAreListedAndDeleted() throws Exception {
        String name = database + "_one";
        send("POST", snapshots, "{\"name\": \"" + name + "\"}");

        JsonNode listed = json(send("GET", snapshots, "")).path("snapshots");
        assertEquals(1, listed.size());
        assertEquals(name, listed.path(0).path("name").asText());
        assertTrue(listed.path(0).path("bytes").asLong() > 1_000_000, listed.toString());
        assertEquals(204, send("DELETE", snapshots + "/" + name, "").statusCode());
        assertEquals(0, json(send("GET", snapshots, "")).path("snapshots").size());
    }

    @Test
    void snapshotsFollowTheirDatabaseToItsNewName() throws Exception {
        call("res.partner", "create", Map.of("name", "Kept"));
        String snapshot = database + "_followed";
        send("POST", snapshots, "{\"name\": \"" + snapshot + "\"}");
        String other = database + "_renamed";
        String own = "/databases/" + other + "/snapshots";
        assertTrue(
                service("db", "rename", "admin", database, other).path("result").asBoolean());
        try {
            callIn(other, "res.partner", "create", Map.of("name", "Lost"));

            assertEquals(
                    snapshot,
                    json(send("GET", own, ""))
                            .path("snapshots")
                            .path(0)
                            .path("name")
                            .asText());
            assertEquals(
                    200, send("POST", own + "/" + snapshot + "/restore", "").statusCode());
            assertEquals(List.of(1, 0), List.of(partners(other, "Kept"), partners(other, "Lost")));
            create();
            assertEquals(
                    0, json(send("GET", snapshots, "")).path("snapshots").size(), "another that has the old name now");
        } finally {
            send("DELETE", "/databases/" + other, "");
        }
        assertEquals(404, send("DELETE", own + "/" + snapshot, "").statusCode(), "gone with its database");
    }

    @Test
    void snapshotTravelsAsAFile() throws Exception {
        call("res.partner", "create", Map.of("name", "Kept", "comment", "<p>tab\t, line\n, \\ and é</p>"));
        send("POST", snapshots, "{\"name\": \"" + database + "_out\"}");
        byte[] zip = CLIENT.send(
                        request("GET", snapshots + "/" + database + "_out/export", ""), BodyHandlers.ofByteArray())
                .body();

        HttpRequest imported = HttpRequest.newBuilder(
                        URI.create(server.url() + "/_sandoo" + snapshots + "/" + database + "_in"))
                .PUT(BodyPublishers.ofByteArray(zip))
                .build();
        assertEquals(201, CLIENT.send(imported, BodyHandlers.ofString()).statusCode());
        reset("");
        assertEquals(
                200,
                send("POST", snapshots + "/" + database + "_in/restore", "").statusCode());

        assertEquals(1, partners("Kept"));
    }

    @Test
    void callsUnderWayEndBeforeTheReset() throws Exception {
        List<CompletableFuture<Boolean>> calls = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    for (int j = 0; j < 5; j++) {
                        if (!raw("res.partner", "create", Map.of("name", "Busy"))
                                .path("result")
                                .isNumber()) {
                            return false;
                        }
                    }
                    return true;
                }))
                .toList();
        reset("");
        reset("");

        for (CompletableFuture<Boolean> call : calls) {
            assertTrue(call.join(), "a call failed");
        }
        reset("");
        assertEquals(0, partners("Busy"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST   | /databases/nowhere/reset        | {}                       | 404 | unknown-database",
                "DELETE | /databases/nowhere              |                          | 404 | unknown-database",
                "GET    | /databases/nowhere/snapshots    |                          | 404 | unknown-database",
                "POST   | /databases                      | {}                       | 422 | invalid",
                "POST   | /databases                      | {\"name\": \"a b\"}          | 422 | refused",
                "POST   | /databases                      | {\"name\": \"postgres\"}     | 422 | refused",
                "POST   | /databases                      | {\"name\": \"DB\"}           | 409 | name-taken",
                "POST   | /databases                      | {\"name\": \"n\", \"from\": \"x\"} | 404 | unknown-snapshot",
                "POST   | /databases/DB/reset             | {\"snapshot\": \"x\"}        | 404 | unknown-snapshot",
                "DELETE | /databases/DB/snapshots/x       |                          | 404 | unknown-snapshot",
                "PUT    | /databases/DB/snapshots/x       | {}                       | 422 | refused",
            })
    void whatCannotBeIsRefused(String method, String path, String body, int status, String type) throws Exception {
        String text = body == null ? "" : body.replace("DB", database);
        HttpResponse<String> answer = send(method, path.replace("DB", database), text);

        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("tag:sandoo.dev,2026:" + type, json(answer).path("type").asText());
    }

    /** Creates, changes and deletes records of several models, own tables and settings among them. */
    private void writeAllOverThePlace() throws IOException, InterruptedException {
        int partner = call("res.partner", "create", Map.of("name", "Ada", "is_company", true))
                .asInt();
        call("res.partner", "write", List.of(1), Map.of("name", "Renamed"));
        call("res.partner.category", "create", Map.of("name", "Tag", "partner_ids", List.of(partner)));
        call("ir.config_parameter", "set_param", "database.uuid", "gone");
        call("res.currency.rate", "create", Map.of("currency_id", 1, "rate", 2, "name", "2020-01-01"));
        call("res.country", "write", List.of(20), Map.of("name", "Elsewhere"));
        int group = call("res.groups", "create", Map.of("name", "New")).asInt();
        call("res.groups", "unlink", List.of(group));
        call("mail.message", "create", Map.of("body", "hello", "model", "res.partner", "res_id", partner));
    }

    /** What a client can see of that. */
    private List<Object> everything() throws IOException, InterruptedException {
        return List.of(
                call("res.partner", "search_read", List.of(), List.of("name", "write_date"), 0, 100, "id"),
                call("res.partner.category", "search_count", List.of()),
                call("res.currency.rate", "search_count", List.of()),
                call("res.country", "read", List.of(20), List.of("name")),
                call("res.groups", "search_count", List.of()),
                call("mail.message", "search_count", List.of()));
    }

    private String uuid() throws IOException, InterruptedException {
        return call("ir.config_parameter", "get_param", "database.uuid").asText();
    }

    private int partners(String name) throws IOException, InterruptedException {
        return partners(database, name);
    }

    private int partners(String db, String name) throws IOException, InterruptedException {
        return callIn(db, "res.partner", "search_count", List.of(List.of("name", "=", name)))
                .asInt();
    }

    private void reset(String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("POST", "/databases/" + database + "/reset", body);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private JsonNode call(String model, String method, Object... args) throws IOException, InterruptedException {
        return callIn(database, model, method, args);
    }

    private JsonNode callIn(String db, String model, String method, Object... args)
            throws IOException, InterruptedException {
        JsonNode answer = rpc(db, model, method, args);
        assertFalse(answer.has("error"), answer.toString());
        return answer.path("result");
    }

    private JsonNode raw(String model, String method, Object... args) {
        try {
            return rpc(database, model, method, args);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode rpc(String db, String model, String method, Object... args)
            throws IOException, InterruptedException {
        return service("object", "execute_kw", db, ADMIN, "admin", model, method, List.of(args));
    }

    private JsonNode service(String service, String method, Object... args) throws IOException, InterruptedException {
        Map<String, Object> params = Map.of("service", service, "method", method, "args", List.of(args));
        String body = JSON.writeValueAsString(Map.of("jsonrpc", "2.0", "id", 1, "method", "call", "params", params));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/jsonrpc"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return CLIENT.send(request(method, path, body), BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.url() + "/_sandoo" + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    }
}
