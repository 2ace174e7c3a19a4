package dev.sandoo.server.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.client.Domain;
import dev.sandoo.client.OdooClient;
import dev.sandoo.client.OdooRecord;
import dev.sandoo.client.Query;
import dev.sandoo.server.OdooRecorder;
import dev.sandoo.server.TestDatabase;
import dev.sandoo.server.scenario.Replay;
import dev.sandoo.server.scenario.ScenarioReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy before another Sandoo: clients notice nothing, and what they did can be played and answered without it. */
class RecordingProxyWireIT {
    private final TestDatabase odoo = new TestDatabase("19.0");
    private final List<String> told = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private OdooRecorder recorder;

    @BeforeEach
    void start() {
        begin();
    }

    private void begin() {
        recorder = OdooRecorder.start(
                new OdooRecorder.Settings(URI.create(odoo.url()), "127.0.0.1", 0, folder, "19.0"), told::add);
    }

    @AfterEach
    void stop() {
        recorder.close();
        odoo.close();
    }

    private String url() {
        return "http://127.0.0.1:" + recorder.port();
    }

    /** The proxy writes down what it saw when the client has its answer already. */
    private void awaitCalls(int count) throws InterruptedException {
        for (int i = 0; i < 500 && told.size() < count; i++) {
            Thread.sleep(20);
        }
    }

    private OdooClient throughProxy() {
        return OdooClient.connect(url(), odoo.name(), "admin", "admin");
    }

    @Test
    void callsPassAndReplayWithoutDifferences() throws Exception {
        OdooClient client = throughProxy();
        int id = client.create("res.partner", Map.of("name", "Proxied", "email", "p@a.example"));
        List<OdooRecord> read = client.searchRead(
                        "res.partner", Query.where(Domain.field("id").is(id)).select("name", "email"))
                .toList();
        client.unlink("res.partner", List.of(id));
        assertEquals("Proxied", read.get(0).text("name").orElse(""));
        awaitCalls(4);

        List<Replay.Outcome> outcomes = new Replay(
                        new Replay.Target(URI.create(odoo.url()), odoo.name(), "admin", "admin", Map.of()),
                        new SecureRandom(),
                        Clock.systemUTC())
                .play(ScenarioReader.read(folder.resolve("scenario.jsonl")), outcome -> {});

        assertEquals(4, outcomes.size());
        assertTrue(outcomes.stream().allMatch(outcome -> outcome.differences().isEmpty()), outcomes::toString);
        assertFalse(Files.readString(folder.resolve("scenario.jsonl")).contains("\"password\":\"admin\""));
        assertTrue(told.get(1).contains("admin res.partner.create({'name'")
                || told.get(1).contains("res.partner.create("));
    }

    @Test
    void recordsThatWereReadBecomeSeeds() throws Exception {
        Object company = odoo.call("res.partner", "create", Map.of("name", "Seed & Co", "is_company", true));
        Object contact = odoo.call("res.partner", "create", Map.of("name", "Sea Seed", "parent_id", company));
        recorder.close();
        begin(); // what its callers made since it began is no seed
        OdooClient client = throughProxy();
        client.read("res.partner", List.of((Integer) contact, (Integer) company), "name", "parent_id", "is_company");
        int own = client.create("res.partner", Map.of("name", "My own"));
        client.read("res.partner", List.of(own, 3), "name");

        recorder.close();

        String seeds = Files.readString(folder.resolve("seeds.yaml"));
        assertTrue(seeds.contains("id: recorded.res_partner_" + contact), seeds);
        assertTrue(seeds.contains("parent_id/id: recorded.res_partner_" + company), seeds);
        assertFalse(seeds.contains("My own"), seeds);
        assertFalse(seeds.contains("Administrator"), seeds);
    }

    @Test
    void answersThatSandooLacksBecomeStubs() throws Exception {
        odoo.control("POST", "stubs", """
                stubs:
                  - {model: res.partner, method: quote, then: {value: {price: 12.5, code: "0012", on: "no"}}}
                  - {model: x.shop, method: open, then: {error: {kind: user, message: The shop is closed}}}
                """);
        OdooClient client = throughProxy();
        client.call("res.partner", "quote", List.of(List.of(3), "blue"), Map.of("amount", 2));
        try {
            client.call("x.shop", "open", List.of(), Map.of());
        } catch (RuntimeException closed) {
            assertEquals("The shop is closed", closed.getMessage());
        }

        recorder.close();

        String stubs = Files.readString(folder.resolve("stubs.yaml"));
        odoo.control("DELETE", "stubs", "");
        odoo.control("POST", "stubs", stubs);
        OdooClient again = OdooClient.connect(odoo.url(), odoo.name(), "admin", "admin");
        Object quote = again.call("res.partner", "quote", List.of(List.of(3), "blue"), Map.of("amount", 2));
        assertEquals(Map.of("price", 12.5, "code", "0012", "on", "no"), quote);
        assertTrue(stubs.contains("The shop is closed"), stubs);
    }

    @Test
    void sessionsPassWithTheirCookies() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String login = """
                {"jsonrpc": "2.0", "params": {"db": "%s", "login": "admin", "password": "admin"}}""".formatted(odoo.name());
        String count = """
                {"jsonrpc": "2.0", "params": {"model": "res.lang", "method": "search_count", "args": [[]], "kwargs": {}}}""";

        HttpResponse<String> in = post(browser, "/web/session/authenticate", login);
        HttpResponse<String> counted = post(browser, "/web/dataset/call_kw/res.lang/search_count", count);

        assertTrue(in.headers().firstValue("set-cookie").orElse("").startsWith("session_id="), in::body);
        assertTrue(counted.body().contains("\"result\": 1"), counted::body);
        awaitCalls(2);
        assertTrue(told.get(1).contains("admin res.lang.search_count"), told::toString);
    }

    @Test
    void pagesAndErrorsPassUnchanged() throws Exception {
        HttpClient browser = HttpClient.newHttpClient();
        HttpResponse<String> missing = browser.send(
                HttpRequest.newBuilder(URI.create(url() + "/no/such/page")).build(), BodyHandlers.ofString());
        HttpResponse<String> home =
                browser.send(HttpRequest.newBuilder(URI.create(url() + "/web")).build(), BodyHandlers.ofString());

        assertEquals(404, missing.statusCode());
        assertTrue(home.statusCode() == 303 || home.statusCode() == 302, () -> "" + home.statusCode());
        assertFalse(home.headers().firstValue("location").orElse("").startsWith(odoo.url()));
    }

    private HttpResponse<String> post(HttpClient browser, String path, String body) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
