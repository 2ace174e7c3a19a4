package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seeds over the control interface and at the start, in both versions. */
class SeedsWireIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> VERSIONS = List.of("19.0", "14.0");
    private static final String SHOP = """
            res.partner:
              shop.azure:
                name: Azure Interior
                is_company: true
                country_id/id: base.be
                category_id/id: [shop.vip, shop.new]   # defined below
                child_ids:
                  - {name: Ada, country_id/id: base.nl}
                  - {name: Bob}
            res.partner.category:
              shop.vip: {name: VIP}
              shop.new: {name: New, parent_id/id: shop.vip}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void create() throws Exception {
        for (String version : VERSIONS) {
            post(version, "/databases", "application/json", "{\"name\": \"" + database(version) + "\"}");
        }
    }

    @AfterEach
    void drop() throws Exception {
        for (String version : VERSIONS) {
            CLIENT.send(
                    HttpRequest.newBuilder(URI.create(
                                    TestSandoo.of(version).url() + "/_sandoo/databases/" + database(version)))
                            .DELETE()
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void yamlHasRecordsThatReferToEachOther(String version) throws Exception {
        JsonNode answer = seed(version, "application/yaml", SHOP);

        assertEquals(
                "{\"res.partner\":1,\"res.partner.category\":2}",
                answer.path("records").toString());
        JsonNode azure = call(
                        version,
                        "res.partner",
                        "search_read",
                        List.of(List.of("name", "=", "Azure Interior")),
                        List.of("country_id", "category_id", "child_ids", "create_uid"))
                .path(0);
        assertEquals("Belgium", azure.path("country_id").path(1).asText());
        assertEquals(2, azure.path("category_id").size());
        assertEquals(2, azure.path("child_ids").size());
        assertEquals(2, azure.path("create_uid").path(0).asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void knownNamesAreBroughtUpToDate(String version) throws Exception {
        seed(version, "application/yaml", SHOP);
        seed(
                version,
                "application/yaml",
                SHOP.replace("Azure Interior", "Azure").replace("  - {name: Bob}", ""));

        assertEquals(1, count(version, "res.partner", "Azure"));
        assertEquals(0, count(version, "res.partner", "Azure Interior"));
        assertEquals(
                2,
                call(
                                version,
                                "res.partner.category",
                                "search_count",
                                List.of(List.of("name", "in", List.of("VIP", "New"))))
                        .asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void csvHasTheColumnsOfLoad(String version) throws Exception {
        JsonNode answer = seed(
                version,
                "text/csv",
                "?model=res.partner",
                "id,name,country_id/id,is_company\nann,\"Ann, of\nLiège\",base.be,True\nbonnie,Bo,base.nl,False\n");

        assertEquals("{\"res.partner\":2}", answer.path("records").toString());
        assertEquals(1, count(version, "res.partner", "Ann, of\nLiège"));
        assertEquals(
                "seed",
                call(
                                version,
                                "ir.model.data",
                                "search_read",
                                List.of(List.of("name", "=", "bonnie")),
                                List.of("module"))
                        .path(0)
                        .path("module")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void jsonDoesAsWell(String version) throws Exception {
        seed(
                version,
                "application/json",
                "{\"res.partner\": [{\"id\": \"eve\", \"name\": \"Eve\"}, {\"name\": \"Nobody\"}]}");

        assertEquals(1, count(version, "res.partner", "Eve"));
        assertEquals(1, count(version, "res.partner", "Nobody"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "res.partner:\\n  a: {name: A}\\n  b:\\n    nam: B   | seeds.yaml line 4, nam: there is no such field in res.partner",
                "res.partner:\\n  a:\\n    name: A\\n    parent_id/id: base.nobody | seeds.yaml line 4, parent_id/id: there is no record base.nobody",
                "res.partner:\\n  a:\\n    name: A\\n    country_id: base.be | seeds.yaml line 4, country_id: must be a record's number; country_id/id takes its external id",
                "res.partner:\\n  a: {name: A}\\n  base.main_company: {name: A} | seeds.yaml line 3: base.main_company is a record of res.company, not of res.partner",
                "res.partner:\\n  a: {name: A}\\n  a b: {name: A}   | seeds.yaml line 3: 'a b' is no external id",
                "res.nothing:\\n  a: {name: A}                      | seeds.yaml line 2: there is no model res.nothing",
                "res.partner:\\n  a: {name: A}\\n  a: {name: B}     | seeds.yaml line 3: Duplicate field 'a'",
                "res.partner: x                                   | seeds.yaml line 1, res.partner: must be a list of records, or records by external id",
                "res.partner:\\n  a: [1]                            | seeds.yaml line 2, a: must be a record: fields with their values",
                "- 1                                              | seeds.yaml line 1: must be models with their records, as in res.partner: [{name: Ada}]",
            })
    void whatIsWrongIsNamedAndNothingIsWritten(String yaml, String problem) throws Exception {
        JsonNode answer = seed("19.0", "application/yaml", yaml.replace("\\n", "\n"));

        assertEquals("tag:sandoo.dev,2026:invalid-seeds", answer.path("type").asText());
        assertEquals(problem, answer.path("detail").asText());
        assertEquals(0, count("19.0", "res.partner", "A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void valuesThatTheModelRefusesAreNamedByTheirLine(String version) throws Exception {
        JsonNode typed = seed(
                version, "application/yaml", "res.partner:\n  a: {name: A}\n  b:\n    name: B\n    type: nonsense\n");
        JsonNode cells = seed(version, "text/csv", "?model=res.partner", "name,type\nA,Contact\nB,nonsense\n");

        assertTrue(typed.path("detail").asText().startsWith("seeds.yaml line 5, type: "), typed.toString());
        assertTrue(cells.path("detail").asText().startsWith("res.partner.csv line 3, type: "), cells.toString());
        assertEquals(0, count(version, "res.partner", "A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void databaseMadeAtTheStartGoesBackToItsSeeds(String version) throws Exception {
        Files.writeString(folder.resolve("shop.yaml"), SHOP);
        Files.writeString(folder.resolve("10-res.partner.csv"), "id,name,parent_id/id\nhand,Hand,shop.azure\n");
        EmulatorConfig config = TestSandoo.config(version)
                .withDatabase(database(version) + "_start")
                .withSeeds(folder);
        try (EmulatorServer server = EmulatorServer.start(config)) {
            String url = server.url();
            assertEquals(1, countIn(url, database(version) + "_start", "res.partner", "Hand"));
            callIn(url, database(version) + "_start", "res.partner", "create", List.of(Map.of("name", "Lost")));

            send(url, "/databases/" + database(version) + "_start/reset", "application/json", "");
            send(url, "/databases", "application/json", "{\"name\": \"" + database(version) + "_other\"}");

            assertEquals(0, countIn(url, database(version) + "_start", "res.partner", "Lost"));
            assertEquals(1, countIn(url, database(version) + "_start", "res.partner", "Hand"));
            assertEquals(1, countIn(url, database(version) + "_other", "res.partner", "Hand"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0"})
    void badSeedsKeepAServerFromStarting(String version) throws Exception {
        Files.writeString(folder.resolve("bad.yaml"), "res.partner:\n  a: {nam: A}\n");
        EmulatorConfig config = TestSandoo.config(version)
                .withDatabase(database(version) + "_bad")
                .withSeeds(folder);

        StartException refused = assertThrows(StartException.class, () -> EmulatorServer.start(config));

        assertEquals(
                "the seeds cannot be written:\nbad.yaml line 2, nam: there is no such field in res.partner",
                refused.getMessage());
    }

    /** Versions share a PostgreSQL, so each has names of its own. */
    private static String database(String version) {
        return "seeds_" + ProcessHandle.current().pid() + "_" + version.charAt(1);
    }

    private JsonNode seed(String version, String type, String text) throws IOException, InterruptedException {
        return seed(version, type, "", text);
    }

    private JsonNode seed(String version, String type, String query, String text)
            throws IOException, InterruptedException {
        return post(version, "/databases/" + database(version) + "/seeds" + query, type, text);
    }

    private static JsonNode post(String version, String path, String type, String text)
            throws IOException, InterruptedException {
        return send(TestSandoo.of(version).url(), path, type, text);
    }

    private static JsonNode send(String url, String path, String type, String text)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/_sandoo" + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(text))
                .build();
        return JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
    }

    private int count(String version, String model, String name) throws IOException, InterruptedException {
        return countIn(TestSandoo.of(version).url(), database(version), model, name);
    }

    private int countIn(String url, String database, String model, String name)
            throws IOException, InterruptedException {
        List<Object> domain = List.of(List.of("name", "=", name));
        return callIn(url, database, model, "search_count", List.of(domain)).asInt();
    }

    private JsonNode call(String version, String model, String method, Object... args)
            throws IOException, InterruptedException {
        return callIn(TestSandoo.of(version).url(), database(version), model, method, List.of(args));
    }

    private JsonNode callIn(String url, String database, String model, String method, List<Object> args)
            throws IOException, InterruptedException {
        Map<String, Object> params = Map.of(
                "service",
                "object",
                "method",
                "execute_kw",
                "args",
                List.of(database, 2, "admin", model, method, args));
        String body = JSON.writeValueAsString(Map.of("jsonrpc", "2.0", "id", 1, "method", "call", "params", params));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/jsonrpc"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        JsonNode answer =
                JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
        assertTrue(answer.has("result"), answer.toString());
        return answer.path("result");
    }
}
