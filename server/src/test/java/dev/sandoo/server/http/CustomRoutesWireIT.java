package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.EmulatorServer;
import dev.sandoo.server.KeyAdministration;
import dev.sandoo.server.PostgresPlace;
import dev.sandoo.server.StartException;
import dev.sandoo.server.db.ServerAddress;
import dev.sandoo.server.db.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes of one's own and the two that are built in, over HTTP. Assumed: there is no Odoo that has them. */
class CustomRoutesWireIT {
    private static final String ROUTES = """
            routes:
              - path: /api/partners/{id}
                methods: [GET]
                auth: api_key
                model: res.partner
                method: search_read
                args: [[["id", "=", "{id:int}"]], ["name"]]
                answer: {name: "{result.0.name}"}
              - path: /api/partners
                auth: api_key
                required: [name]
                model: res.partner
                method: create
                args: [{name: "{name}", email: "{email?}"}]
                status: 201
                answer: {id: "{result}"}
              - path: /api/countries
                methods: [GET]
                auth: public
                user: admin
                model: res.country
                method: search_count
                args: [[["code", "=", "{code}"]]]
              - path: /api/me
                methods: [GET]
                auth: user
                model: res.users
                method: context_get
            api_keys:
              - {name: shop, login: admin, key: key-of-the-shop}
            """;

    @TempDir
    private static Path folder;

    private static EmulatorConfig config;
    private static EmulatorServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Answer(int status, JsonNode body) {}

    @BeforeAll
    static void start() throws IOException {
        ServerAddress address = TestPostgres.server().address();
        config = EmulatorConfig.ephemeral()
                .withDatabase(TestPostgres.fresh("19.0").name())
                .withPostgres(new PostgresPlace.External(address.url(), address.user(), address.password()))
                .withRoutes(Files.writeString(folder.resolve("routes.yaml"), ROUTES));
        server = EmulatorServer.start(config);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void headerKeyOfTheFileOpensItsRoutes() throws Exception {
        Answer created = send("POST", "/api/partners", "{\"name\": \"Ada\"}", "API-KEY", "key-of-the-shop");
        assertEquals(201, created.status());

        int id = created.body().get("id").asInt();
        Answer read = send("GET", "/api/partners/" + id, "", "API-KEY", "key-of-the-shop");
        assertEquals("{\"name\":\"Ada\"}", read.body().toString());
    }

    @Test
    void headerKeyIsARecordThatAdministratorsMakeAndNobodyReads() throws Exception {
        int id = execute("auth.api.key", "create", "{\"name\": \"till\", \"user_id\": 2, \"key\": \"key of the till\"}")
                .asInt();

        assertEquals(
                201,
                send("POST", "/api/partners", "{\"name\": \"Bob\"}", "API-KEY", "key of the till")
                        .status());
        assertFalse(execute("auth.api.key", "read", "[" + id + "]").toString().contains("key of the till"));
        assertEquals(
                401,
                send("POST", "/api/partners", "{\"name\": \"B\"}", "API-KEY", "key of the tills")
                        .status());

        execute("auth.api.key", "unlink", "[" + id + "]");
        assertEquals(
                401,
                send("POST", "/api/partners", "{\"name\": \"B\"}", "API-KEY", "key of the till")
                        .status());
    }

    @Test
    void headerKeyIsNoKeyForRpc() throws Exception {
        assertEquals(
                401,
                send("POST", "/api/project/create", "{\"project_name\": \"x\"}", "X-Access-Token", "key-of-the-shop")
                        .status());
    }

    @Test
    void missingKeyAndMissingArgumentsAreTold() throws Exception {
        assertEquals(
                "Missing API-KEY header",
                send("POST", "/api/partners", "{}").body().get("message").asText());
        Answer nameless = send("POST", "/api/partners", "{}", "API-KEY", "key-of-the-shop");
        assertEquals(400, nameless.status());
        assertEquals("name is missing", nameless.body().get("message").asText());
        assertEquals(
                400,
                send("POST", "/api/partners", "{", "API-KEY", "key-of-the-shop").status());
    }

    @Test
    void publicRouteRunsAsItsUser() throws Exception {
        assertEquals("1", send("GET", "/api/countries?code=US", "").body().toString());
    }

    @Test
    void routeForUsersWantsASession() throws Exception {
        assertEquals(401, send("GET", "/api/me", "").status());
    }

    @Test
    void tokenForAKeyCreatesProjects() throws Exception {
        String key = key("admin");
        Answer token = send("POST", "/auth/token/apikey", "", "X-Odoo-Database", config.database(), "X-API-Key", key);
        assertEquals(200, token.status());
        assertEquals(3600, token.body().get("expires_in").asInt());
        String bearer = "Bearer " + token.body().get("access_token").asText();

        Answer made = send("POST", "/api/project/create", "{\"project_name\": \"Moon\"}", "Authorization", bearer);

        assertEquals(200, made.status());
        assertEquals("success", made.body().get("status").asText());
        assertTrue(made.body().get("project_id").asInt() > 0);
    }

    @Test
    void tokenDiesWithItsKey() throws Exception {
        KeyAdministration.NewKey key;
        try (KeyAdministration keys = KeyAdministration.open(config)) {
            key = keys.create("admin", "short-lived", Optional.empty(), Optional.empty());
        }
        String token = send("POST", "/auth/token/apikey", "{\"api_key\": \"" + key.secret() + "\"}")
                .body()
                .get("access_token")
                .asText();
        String project = "{\"project_name\": \"x\"}";
        assertEquals(
                200,
                send("POST", "/api/project/create", project, "X-Access-Token", token)
                        .status());

        try (KeyAdministration keys = KeyAdministration.open(config)) {
            keys.delete(key.id());
        }

        assertEquals(
                401,
                send("POST", "/api/project/create", project, "X-Access-Token", token)
                        .status());
    }

    @Test
    void aKeyThatItsPolicyClosesBuysNoToken() throws Exception {
        execute(
                "sandoo.key.policy",
                "create",
                "{\"name\": \"elsewhere\", \"document\": \"addresses: [192.0.2.0/24]\"}");
        KeyAdministration.NewKey key;
        try (KeyAdministration keys = KeyAdministration.open(config)) {
            key = keys.create("admin", "far away", Optional.of("elsewhere"), Optional.empty());
        }

        Answer refused = send("POST", "/auth/token/apikey", "{\"api_key\": \"" + key.secret() + "\"}");

        Answer wrong = send("POST", "/auth/token/apikey", "{\"api_key\": \"wrong\"}");
        assertEquals(401, refused.status());
        assertEquals(wrong.body(), refused.body(), "nothing tells that the key is one");
    }

    @Test
    void projectNeedsATokenAndRights() throws Exception {
        Answer stranger = send("POST", "/api/project/create", "{\"project_name\": \"x\"}");
        assertEquals(401, stranger.status());
        assertEquals("Missing access token", stranger.body().get("message").asText());

        execute("res.users", "create", "{\"name\": \"Eve\", \"login\": \"eve\"}");
        Answer refused = send("POST", "/api/project/create", "{\"project_name\": \"x\"}", "X-Access-Token", key("eve"));
        assertEquals(403, refused.status());
        assertTrue(refused.body().get("message").asText().startsWith("You are not allowed to create 'Project'"));
    }

    @Test
    void passwordBuysNoToken() throws Exception {
        assertEquals(
                401,
                send("POST", "/auth/token/apikey", "{\"api_key\": \"admin\"}").status());
        assertEquals(400, send("POST", "/auth/token/apikey", "{}").status());
    }

    @Test
    void fileThatCannotBeUsedKeepsTheServerFromStarting() throws Exception {
        Path file = Files.writeString(folder.resolve("bad.yaml"), """
                routes: [{path: /a, auth: user, model: no.model, method: read}]""");

        StartException refused =
                assertThrows(StartException.class, () -> EmulatorServer.start(config.withRoutes(file)));

        assertTrue(refused.getMessage().contains("routes[0]: there is no model no.model"), refused.getMessage());
    }

    private static String key(String login) {
        try (KeyAdministration keys = KeyAdministration.open(config)) {
            return keys.create(login, "test", Optional.empty(), Optional.empty())
                    .secret();
        }
    }

    private static JsonNode execute(String model, String method, String argument) throws Exception {
        String body = JSON.writeValueAsString(Map.of(
                "jsonrpc",
                "2.0",
                "params",
                Map.of(
                        "service",
                        "object",
                        "method",
                        "execute",
                        "args",
                        List.of(
                                config.database(),
                                2,
                                "admin",
                                model,
                                method,
                                JSON.readValue(argument, Object.class)))));
        JsonNode answer = send("POST", "/jsonrpc", body).body();
        assertTrue(answer.has("result"), answer.toString());
        return answer.get("result");
    }

    private static Answer send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }
}
