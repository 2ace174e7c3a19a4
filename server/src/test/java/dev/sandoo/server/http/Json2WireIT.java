package dev.sandoo.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.rpc.TestRpc;
import dev.sandoo.server.wire.TestVersions;
import dev.sandoo.server.wire.json2.Json2Endpoint;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON-2 over a real database. Recorded: wire_json2 and the doc scenarios of wire_http, 19.0. */
class Json2WireIT {
    private static final String COUNT = "/json/2/res.country/search_count";
    private static final String BELGIUM = "{\"domain\": [[\"code\", \"=\", \"BE\"]]}";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static TestRpc rpc;
    private static HttpServer server;
    private static String key;

    @BeforeAll
    static void start() {
        rpc = new TestRpc("19.0");
        key = rpc.key(TestRpc.ADMIN);
        Json2Endpoint json2 = new Json2Endpoint(TestVersions.V19, rpc.dispatcher(), rpc.documentation());
        Routes routes = Routes.of(TestVersions.V19, rpc.services())
                .withJson2(TestVersions.V19, json2, rpc.databases(), Optional.empty());
        server = new HttpServer(HttpSettings.of("127.0.0.1", 0), routes).start();
    }

    @AfterAll
    static void stop() {
        server.close();
        rpc.close();
    }

    @Test
    void resultIsTheWholeAnswer() throws Exception {
        HttpResponse<String> answer = call(COUNT, BELGIUM);

        assertEquals("200 1", answer.statusCode() + " " + answer.body());
        assertEquals("application/json; charset=utf-8", header(answer, "Content-Type"));
    }

    @Test
    void oneRecordIsCreatedAsAList() throws Exception {
        String body = call("/json/2/res.partner.category/create", "{\"vals_list\": {\"name\": \"One\"}}")
                .body();

        assertTrue(body.matches("\\[\\d+\\]"), body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/json/2/no.such/search         | {}                          | 404 | the model 'no.such' does not exist",
                "/json/2/res.country/nope       | {}                          | 404 | The method 'res.country.nope' does not exist",
                "/json/2/res.country/_search    | {}                          | 403 | Private methods (such as 'res.country._search')",
                "/json/2/res.country/search     | {}                          | 422 | missing a required argument: 'domain'",
                "/json/2/res.country/search     | []                          | 422 | missing a required argument: 'domain'",
                "/json/2/res.country/search     | {\"domain\": [], \"x\": 1}    | 422 | got an unexpected keyword argument 'x'",
                "/json/2/res.country/search     | {\"domain\": [], \"ids\": [1]} | 422 | cannot call res.country.search with ids",
                "/json/2/res.country/search     | {\"domain\": [[\"x\",\"=\",1]]} | 500 | Invalid field res.country.x",
                "/json/2/res.country/copy       | {\"ids\": [999999999]}        | 404 | Record does not exist or has been deleted.",
                "/json/2/res.country/search     | {\"domain\":                  | 400 | could not parse the body as json",
                "/json/2/res.country            | {}                          | 404 | Did you mean POST /json/2/<model>/<method>?",
            })
    void errorsHaveAStatusAndSayWhatIsWrong(String path, String body, int status, String message) throws Exception {
        HttpResponse<String> answer = call(path, body);

        assertEquals(status, answer.statusCode());
        assertTrue(answer.body().contains("\"message\": \"" + message), answer.body());
    }

    @ParameterizedTest
    @CsvSource({"bearer wrong, Invalid apikey", "Basic YTpi, User not authenticated"})
    void strangersAreToldToShowAKey(String authorization, String message) throws Exception {
        HttpResponse<String> answer = send(request(COUNT, "{").setHeader("Authorization", authorization));

        assertEquals(401, answer.statusCode());
        assertTrue(header(answer, "WWW-Authenticate").startsWith("Bearer"));
        assertTrue(answer.body().contains(message), answer.body());
    }

    @Test
    void onlyJsonIsTaken() throws Exception {
        HttpResponse<String> answer = send(request(COUNT, BELGIUM).setHeader("Content-Type", "text/plain"));

        assertEquals("415 application/json", answer.statusCode() + " " + header(answer, "Accept"));
    }

    @Test
    void getIsMisdirected() throws Exception {
        assertEquals(404, send(request(COUNT, "").GET()).statusCode());
    }

    @Test
    void unknownDatabaseIsNotFound() throws Exception {
        HttpResponse<String> answer = send(request(COUNT, BELGIUM).header("X-Odoo-Database", "no_such"));

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("No database is selected"), answer.body());
    }

    @Test
    void documentOfAModelHoldsFieldsAndSignatures() throws Exception {
        HttpResponse<String> answer =
                send(request("/doc-bearer/res.country.json", "").GET());

        assertEquals("no-cache, private", header(answer, "Cache-Control"));
        assertTrue(
                answer.body().contains("\"signature\": \"(fields=None, load='_classic_read') -> list[ValuesType]\""),
                answer.body());
    }

    @Test
    void documentThatIsKnownIsNotSentAgain() throws Exception {
        String tag = header(send(request("/doc-bearer/res.country.json", "").GET()), "ETag");

        HttpResponse<String> again =
                send(request("/doc-bearer/res.country.json", "").GET().header("If-None-Match", tag));

        assertEquals("304", again.statusCode() + again.body());
    }

    @Test
    void indexNamesModelsThatTheUserMayReadOnly() throws Exception {
        String portal = rpc.key(rpc.user("someone", "pw", "base.group_portal"));

        String all = send(request("/doc-bearer/index.json", "").GET()).body();
        String some = send(request("/doc-bearer/index.json", "").GET().setHeader("Authorization", "bearer " + portal))
                .body();

        assertTrue(all.contains("\"model\": \"ir.config_parameter\""));
        assertTrue(some.contains("\"model\": \"res.country\"") && !some.contains("ir.config_parameter"));
    }

    private static HttpResponse<String> call(String path, String body) throws Exception {
        return send(request(path, body));
    }

    private static HttpRequest.Builder request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
