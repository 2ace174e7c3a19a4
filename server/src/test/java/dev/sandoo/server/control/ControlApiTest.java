package dev.sandoo.server.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandoo.server.error.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest {
    private static final String JSON = "application/json";

    private final ControlApi api = new ControlApi(
            new ControlAccess(Optional.empty()),
            List.of(Verb.PUT.at("/databases/{db}/kettle", new Boil()), Verb.GET.at("/broken", new Broken())),
            "1.0");

    record Kettle(
            @JsonProperty(required = true) String water,
            Optional<Duration> boilFor,
            Optional<Integer> cups,
            List<String> teas) {
        Kettle {
            if (cups.orElse(0) > 12) {
                throw new IllegalArgumentException("a kettle holds 12 cups");
            }
        }
    }

    record Tea(String database, String said) {}

    /** Says what it understood. */
    private static final class Boil implements ControlEndpoint<Kettle> {
        @Override
        public Operation<Kettle> operation() {
            return Operation.of("boil", "Boils.").takes(Kettle.class).answers(Tea.class);
        }

        @Override
        public Tea answer(ControlRequest<Kettle> request) {
            if (request.body().water().equals("none")) {
                throw new UserError("dry");
            }
            return new Tea(request.database(), request.body().toString());
        }
    }

    private static final class Broken implements ControlEndpoint<Void> {
        @Override
        public Operation<Void> operation() {
            return Operation.of("breakDown", "Fails.");
        }

        @Override
        public Object answer(ControlRequest<Void> request) {
            throw new IllegalStateException("the secret is 42");
        }
    }

    @Test
    void bodyIsReadIntoTheRecord() {
        JsonNode tea = call("PUT", "/_sandoo/databases/d1/kettle/", JSON, """
                {"water": "rain", "boil_for": "PT2M", "cups": 2}""");

        assertEquals("d1", tea.path("database").asText());
        assertEquals(
                "Kettle[water=rain, boilFor=Optional[PT2M], cups=Optional[2], teas=[]]",
                tea.path("said").asText());
    }

    /** What curl and Python's urllib say of a body unless they are told. */
    @ParameterizedTest
    @ValueSource(strings = {"", "application/x-www-form-urlencoded", "text/plain"})
    void jsonNeedsNoMediaType(String type) {
        assertTrue(call("PUT", "/_sandoo/databases/d1/kettle", type, "{\"water\": \"rain\"}")
                .has("said"));
    }

    @Test
    void yamlDoesAsWell() {
        JsonNode tea = call("PUT", "/_sandoo/databases/d1/kettle", "application/yaml", "water: rain\nteas: [green]\n");

        assertTrue(tea.path("said").asText().endsWith("teas=[green]]"), tea.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                               | #/water    | is missing",
                "{\"water\": 1, \"colour\": \"red\"}    | #/colour   | there is no such field; known are boil_for, cups, teas, water",
                "{\"water\": \"a\", \"boil_for\": \"2h\"} | #/boil_for | \"2h\" is not a duration such as PT2H",
                "{\"water\": \"a\", \"cups\": \"many\"}   | #/cups     | \"many\" is not a number",
                "{\"water\": \"a\", \"cups\": [1]}      | #/cups     | must be a number",
                "{\"water\": \"a\", \"teas\": {}}       | #/teas     | must be a list",
                "{\"water\": \"a\", \"cups\": 13}       | #          | a kettle holds 12 cups",
                "[]                               | #          | must be an object",
                "null                             | #          | is null and must be an object",
            })
    void wrongFieldIsNamed(String body, String pointer, String detail) {
        JsonNode problem = call("PUT", "/_sandoo/databases/d1/kettle", JSON, body);

        assertEquals(422, problem.path("status").asInt());
        assertEquals("tag:sandoo.dev,2026:invalid", problem.path("type").asText());
        assertEquals(pointer, problem.path("errors").path(0).path("pointer").asText());
        assertEquals(detail, problem.path("errors").path(0).path("detail").asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json | {\"water\":              | 400 | line 1, column 10: Unexpected end-of-input within/between Object entries",
                "application/json | {\"water\": 1, \"water\": 2} | 400 | line 1, column 21: Duplicate field 'water'",
                "text/html        | {}                       | 415 | send the body as application/json or application/yaml, not as text/html",
            })
    void brokenBodiesSayWhereTheyBreak(String type, String body, int status, String detail) {
        JsonNode problem = call("PUT", "/_sandoo/databases/d1/kettle", type, body);

        assertEquals(status, problem.path("status").asInt());
        assertEquals(detail, problem.path("detail").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /_sandoo/nothing, 404, not-found",
        "GET, /_sandoo/, 404, not-found",
        "GET, /_sandoo/databases/d1/kettle, 405, method-not-allowed",
        "PATCH, /_sandoo/broken, 405, method-not-allowed",
        "GET, /_sandoo/broken, 500, internal-error",
    })
    void failuresAreProblemDocuments(String method, String path, int status, String type) {
        ControlAnswer answer = answer(method, path, "", "");

        assertEquals(status, answer.status());
        assertEquals("application/problem+json", answer.mediaType());
        JsonNode problem = json(answer);
        assertEquals("tag:sandoo.dev,2026:" + type, problem.path("type").asText());
        assertEquals(path, problem.path("instance").asText());
        assertFalse(problem.toString().contains("secret"), problem.toString());
    }

    @Test
    void methodNotAllowedSaysWhichAre() {
        assertEquals(
                "PUT",
                answer("GET", "/_sandoo/databases/d1/kettle", "", "").headers().get("Allow"));
    }

    @Test
    void errorsOfOdooAreRefusals() {
        JsonNode problem = call("PUT", "/_sandoo/databases/d1/kettle", JSON, "{\"water\": \"none\"}");

        assertEquals(
                "422 dry",
                problem.path("status").asInt() + " " + problem.path("detail").asText());
    }

    @Test
    void documentDescribesRecords() {
        JsonNode document = call("GET", "/_sandoo/openapi.json", "", "");

        JsonNode put =
                document.path("paths").path("/_sandoo/databases/{db}/kettle").path("put");
        assertEquals("boil", put.path("operationId").asText());
        assertEquals("kettle", put.path("tags").path(0).asText());
        JsonNode kettle = document.path("components").path("schemas").path("ControlApiTestKettle");
        assertEquals("[\"water\"]", kettle.path("required").toString());
        assertEquals(
                "{\"type\":\"string\",\"format\":\"duration\"}",
                sorted(kettle.path("properties").path("boil_for")));
        assertEquals(
                "array", kettle.path("properties").path("teas").path("type").asText());
    }

    private static String sorted(JsonNode node) {
        return "{\"type\":" + node.path("type") + ",\"format\":" + node.path("format") + "}";
    }

    private JsonNode call(String method, String path, String type, String body) {
        return json(answer(method, path, type, body));
    }

    private ControlAnswer answer(String method, String path, String type, String body) {
        RawBody raw = new RawBody(type, body.getBytes(StandardCharsets.UTF_8));
        return api.answer(new ControlCall(method, path, Map.of(), raw));
    }

    private static JsonNode json(ControlAnswer answer) {
        try {
            return ControlJson.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
