package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.xmlrpc.XmlRpcException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Ways around a policy over the wire: every dialect, every header that could claim another address, and logins. */
class PolicyWireIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A key under a policy, and what is written down of it. */
    record Policed(String policy, String secret, RefusedCalls refused) {
        /** Makes sure that this answer is a refusal by the dimension, written down as it came over the wire. */
        void isRefused(String protocol, String dimension, String answer) {
            assertTrue(answer.contains("(" + dimension + ")"), answer);
            isWrittenDown(protocol, dimension);
        }

        void isWrittenDown(String protocol, String dimension) {
            Map<?, ?> line = refused.requireNext(policy, "(" + dimension + ")");
            assertEquals(List.of(protocol, "127.0.0.1"), List.of(line.get("protocol"), line.get("address")));
        }
    }

    @Nested
    class In19 extends BothVersions {
        In19() {
            super("19.0");
        }

        @Test
        void json2RefusesLikeTheOthers() throws Exception {
            HttpResponse<String> models = database.json2(key, "res.partner", "search", Map.of("domain", List.of()));
            assertEquals(403, models.statusCode());
            countries.isRefused("json2", "models", models.body());

            HttpResponse<String> methods =
                    database.json2(key, "res.country", "write", Map.of("ids", List.of(1), "vals", Map.of("name", "x")));
            assertEquals(403, methods.statusCode());
            countries.isRefused("json2", "methods", methods.body());

            assertEquals(
                    200,
                    database.json2(key, "res.country", "search_count", Map.of("domain", List.of()))
                            .statusCode());
        }

        @Test
        void theDocumentsShowOnlyWhatIsOpen() throws Exception {
            HttpResponse<String> index = get("/doc-bearer/index.json", "Authorization", "Bearer " + key);

            assertTrue(index.body().contains("res.country"), index.body());
            assertFalse(index.body().contains("res.partner"), "a closed model is described");
            assertEquals(
                    404,
                    get("/doc-bearer/res.partner.json", "Authorization", "Bearer " + key)
                            .statusCode());
        }
    }

    @Nested
    class In14 extends BothVersions {
        In14() {
            super("14.0");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class BothVersions {
        private final String version;
        private final HttpClient http = HttpClient.newHttpClient();
        TestDatabase database;
        Policed countries;
        String key;
        private Policed elsewhere;

        BothVersions(String version) {
            this.version = version;
        }

        @BeforeAll
        void start() throws XmlRpcException {
            database = new TestDatabase(version);
            countries = key("countries", "models: {res.country: [read]}");
            key = countries.secret();
            elsewhere = key("elsewhere", "addresses: [203.0.113.0/24]");
        }

        @AfterAll
        void stop() {
            database.close();
        }

        /** A key under a policy. */
        private Policed key(String name, String document) throws XmlRpcException {
            database.call("sandoo.key.policy", "create", Map.of("name", name, "document", document));
            return new Policed(name, database.key(name), database.refusalsUnder(name));
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return http.send(request, BodyHandlers.ofString());
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        final HttpResponse<String> get(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(database.url() + path))
                    .header("X-Odoo-Database", database.name());
            return send(
                    headers.length == 0
                            ? request.build()
                            : request.headers(headers).build());
        }

        private HttpResponse<String> post(String path, String type, String body, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(database.url() + path))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body));
            return send(
                    headers.length == 0
                            ? request.build()
                            : request.headers(headers).build());
        }

        private String xml(String secret, String model, String method) {
            return """
                    <?xml version='1.0'?><methodCall><methodName>execute_kw</methodName><params>
                    <param><value><string>%s</string></value></param><param><value><int>2</int></value></param>
                    <param><value><string>%s</string></value></param><param><value><string>%s</string></value></param>
                    <param><value><string>%s</string></value></param>
                    <param><value><array><data><value><array><data/></array></value></data></array></value></param>
                    </params></methodCall>""".formatted(database.name(), secret, model, method);
        }

        private String json(String service, String method, Object... args) throws IOException {
            Map<String, Object> params = Map.of("service", service, "method", method, "args", Arrays.asList(args));
            return JSON.writeValueAsString(Map.of("jsonrpc", "2.0", "method", "call", "id", 1, "params", params));
        }

        @TestFactory
        Stream<DynamicTest> everyDialectRefusesClosedModels() throws IOException {
            List<DynamicTest> tests = new ArrayList<>();
            for (String path : List.of("/xmlrpc/2/object", "/xmlrpc/object")) {
                tests.add(DynamicTest.dynamicTest(path, () -> {
                    countries.isRefused(
                            "xmlrpc",
                            "models",
                            post(path, "text/xml", xml(key, "res.partner", "search"))
                                    .body());
                }));
            }
            for (String method : List.of("execute_kw", "execute")) {
                String body = json("object", method, database.name(), 2, key, "res.partner", "search", List.of());
                tests.add(DynamicTest.dynamicTest("/jsonrpc " + method, () -> {
                    countries.isRefused(
                            "jsonrpc",
                            "models",
                            post("/jsonrpc", "application/json", body).body());
                }));
            }
            return tests.stream();
        }

        @TestFactory
        Stream<DynamicTest> noHeaderClaimsAnotherAddress() {
            return Stream.of(
                            "X-Forwarded-For: 203.0.113.7",
                            "X-Forwarded-For: 203.0.113.7, 127.0.0.1",
                            "X-Real-IP: 203.0.113.7",
                            "X-Client-IP: 203.0.113.7",
                            "X-Originating-IP: 203.0.113.7",
                            "X-Remote-Addr: 203.0.113.7",
                            "True-Client-IP: 203.0.113.7",
                            "CF-Connecting-IP: 203.0.113.7",
                            "Forwarded: for=203.0.113.7",
                            "Via: 1.1 203.0.113.7")
                    .map(header -> DynamicTest.dynamicTest(header, () -> {
                        String[] parts = header.split(": ", 2);
                        String answer = post(
                                        "/xmlrpc/2/object",
                                        "text/xml",
                                        xml(elsewhere.secret(), "res.partner", "search"),
                                        parts[0],
                                        parts[1],
                                        "X-Forwarded-Host",
                                        "203.0.113.7")
                                .body();
                        elsewhere.isRefused("xmlrpc", "addresses", answer);
                    }));
        }

        @Test
        void aKeyIsNoPasswordForASession() throws IOException {
            String body = JSON.writeValueAsString(Map.of(
                    "jsonrpc", "2.0", "params", Map.of("db", database.name(), "login", "admin", "password", key)));

            String answer =
                    post("/web/session/authenticate", "application/json", body).body();

            assertTrue(answer.contains("AccessDenied"), answer);
            new RefusedCalls(database::calls, List.of("protocol", "=", "web"))
                    .requireNext("", "Access Denied (login admin)");
        }

        @Test
        void aKeyInAHeaderOpensNoPathOfTheWebClient() throws IOException {
            String body = JSON.writeValueAsString(Map.of(
                    "jsonrpc",
                    "2.0",
                    "params",
                    Map.of(
                            "model",
                            "res.partner",
                            "method",
                            "search",
                            "args",
                            List.of(List.of()),
                            "kwargs",
                            Map.of())));

            for (String path : List.of("/web/dataset/call_kw", "/web/dataset/call_kw/res.partner/search")) {
                String answer = post(path, "application/json", body, "Authorization", "Bearer " + key)
                        .body();
                assertTrue(answer.contains("\"error\""), path + ": " + answer);
            }
            byte[] logo = get("/web/image/res.partner/3/image_1920", "Authorization", "Bearer " + key)
                    .body()
                    .getBytes();
            assertEquals(
                    Arrays.hashCode(
                            get("/web/image/res.partner/3/image_1920").body().getBytes()),
                    Arrays.hashCode(logo));
        }

        @Test
        void aLoginFromAClosedAddressIsNone() throws Exception {
            JsonNode login = JSON.readTree(post(
                            "/jsonrpc",
                            "application/json",
                            json("common", "login", database.name(), "admin", elsewhere.secret()))
                    .body());

            assertFalse(login.path("result").asBoolean(true), login.toString());
            elsewhere.isWrittenDown("jsonrpc", "addresses");
            assertEquals(false, database.authenticate("admin", elsewhere.secret()));
            elsewhere.isWrittenDown("xmlrpc", "addresses");
            assertEquals(2, database.authenticate("admin", key));
        }

        @Test
        void aBatchIsJudgedCallByCall() throws IOException {
            String one = json(
                    "object", "execute_kw", database.name(), 2, key, "res.country", "search_count", List.of(List.of()));
            String other =
                    json("object", "execute_kw", database.name(), 2, key, "res.partner", "search", List.of(List.of()));

            String answer = post("/jsonrpc", "application/json", "[" + one + "," + other + "]")
                    .body();

            assertFalse(answer.contains("\"result\": ["), "partners were found: " + answer);
        }
    }
}
