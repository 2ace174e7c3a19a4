package dev.sandoo.server.wire.jsonrpc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.wire.FakeServices;
import dev.sandoo.server.wire.TestVersions;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Odoo 19.0 and 14.0 answered to these bodies, recorded: results byte for byte, errors without their traceback. */
class RecordedAnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Origin ORIGIN = new Origin(Protocol.JSONRPC, "127.0.0.1", "test", "r1");
    private static final String ABOUT = "{\"params\": {\"service\": \"common\", \"method\": \"about\", \"args\": []}}";

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bodies")
    void bodyIsAnsweredAsRecorded(String version, String body, JsonNode recorded) throws IOException {
        JsonRpcAnswer answer = answer(version, "application/json", body);
        String text = text(answer);

        assertEquals(recorded.get("status").asInt(), answer.status(), text);
        assertEquals(recorded.get("type").asText(), answer.contentType());
        if (recorded.has("answer")) {
            assertEquals(recorded.get("answer").asText(), text);
        }
        if (recorded.has("error")) {
            ObjectNode error = (ObjectNode) JSON.readTree(text);
            assertTrue(((ObjectNode) error.at("/error/data")).remove("debug").isTextual());
            assertEquals(recorded.get("error"), error);
        }
    }

    /** Source: wire_jsonrpc content-types. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "application/json-rpc", "APPLICATION/JSON"})
    void typesOfJsonAreTaken(String type) {
        assertEquals(200, answer("19.0", type, ABOUT).status());
        assertEquals(200, answer("14.0", type, ABOUT).status());
    }

    /** Source: wire_jsonrpc content-types. */
    @ParameterizedTest
    @ValueSource(
            strings = {"text/json", "text/plain", "application/x-www-form-urlencoded", "", "application/vnd.api+json"})
    void otherTypesAreRefused(String type) {
        assertEquals(415, answer("19.0", type, ABOUT).status());
        assertEquals(400, answer("14.0", type, ABOUT).status());
    }

    /** Source: wire_jsonrpc body-not-json. */
    @Test
    void refusalSaysWhatIsWrong() {
        assertTrue(text(answer("19.0", "application/json", "{")).contains("Invalid JSON data"));
        assertTrue(text(answer("19.0", "application/json", "5")).contains("Invalid JSON-RPC data"));
        assertTrue(text(answer("14.0", "application/json", "{")).contains("Invalid JSON data"));
    }

    /** Odoo 19.0 answers such bodies with a RecursionError; assumed that no client depends on which refusal it is. */
    @ParameterizedTest
    @ValueSource(ints = {201, 100_000})
    void deepNestingIsRefusedWithoutOverflow(int depth) {
        assertEquals(
                400,
                answer("19.0", "application/json", "{\"params\":" + "[".repeat(depth))
                        .status());
        assertEquals(
                400, answer("19.0", "application/json", "{\"a\":".repeat(depth)).status());
    }

    @Test
    void numbersOfThousandsOfDigitsAreRefused() {
        String digits = "9".repeat(1_000_000);

        assertEquals(
                400,
                answer("19.0", "application/json", "{\"id\":" + digits + "}").status());
        assertEquals(
                400,
                answer("19.0", "application/json", "{\"id\":0." + digits + "}").status());
    }

    @Test
    void millionsOfValuesAreRefused() {
        String body = "{\"params\":[" + "0,".repeat(2_000_001) + "0]}";

        assertEquals(400, answer("19.0", "application/json", body).status());
    }

    private static JsonRpcAnswer answer(String version, String type, String body) {
        var odoo = TestVersions.named(version);
        JsonRpcEndpoint endpoint =
                new JsonRpcEndpoint(odoo, "/jsonrpc", new ServiceCalls(odoo, new FakeServices(odoo)));
        return endpoint.answer(type, body.getBytes(UTF_8), ORIGIN);
    }

    private static String text(JsonRpcAnswer answer) {
        return UTF_8.decode(answer.body().duplicate()).toString();
    }

    static Stream<Arguments> bodies() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        try (InputStream in = RecordedAnswersTest.class.getResourceAsStream("/wire/jsonrpc/bodies.json")) {
            for (JsonNode each : JSON.readTree(in)) {
                for (String version : List.of("19.0", "14.0")) {
                    if (each.has(version)) {
                        cases.add(Arguments.of(version, each.get("body").asText(), each.get(version)));
                    }
                }
            }
        }
        return cases.stream();
    }
}
