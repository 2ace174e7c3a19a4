package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.xmlrpc.XmlRpcException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults, loaded over the control interface and met by stock clients. */
class FaultWireIT {
    private static TestDatabase odoo;

    @BeforeAll
    static void start() {
        odoo = new TestDatabase("19.0");
    }

    @AfterAll
    static void stop() {
        odoo.close();
    }

    @AfterEach
    void clear() {
        odoo.control("DELETE", "faults", "");
    }

    private JsonNode load(String yaml) {
        return odoo.control("POST", "faults?source=faults.yaml", yaml);
    }

    private Object count() throws XmlRpcException {
        return odoo.call("res.partner", "search_count", List.of());
    }

    /** Whether a call came through. */
    private boolean passes() {
        try {
            return count() instanceof Integer;
        } catch (XmlRpcException struck) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void proxysErrorComesInsteadOfTheAnswer(int status) throws Exception {
        load("faults: [{then: {status: %d, retry_after: 3s}}]".formatted(status));

        HttpResponse<String> answer = odoo.post("res.partner", "search_count", List.of());

        assertEquals(status, answer.statusCode());
        assertEquals("3", answer.headers().firstValue("Retry-After").orElse(""));
        assertThrows(XmlRpcException.class, this::count);
        assertThrows(XmlRpcException.class, () -> odoo.authenticate("admin", "admin"));
    }

    @Test
    void connectionIsReset() {
        load("faults: [{then: {reset: true}}]");

        IOException lost = assertThrows(IOException.class, () -> odoo.post("res.partner", "search_count", List.of()));

        String reasons = Stream.iterate((Throwable) lost, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .collect(Collectors.joining(" <- "));
        assertTrue(reasons.contains("reset"), reasons);
    }

    @Test
    void answerIsLostAfterTheCallWasCarriedOut() throws Exception {
        load("faults: [{model: res.partner, method: create, then: {reset: true, after: true}}]");

        assertThrows(IOException.class, () -> odoo.post("res.partner", "create", Map.of("name", "made all the same")));

        assertEquals(1, odoo.call("res.partner", "search_count", List.of(List.of("name", "=", "made all the same"))));
    }

    @Test
    void answerIsEmpty() throws Exception {
        load("faults: [{then: {empty: true}}]");

        HttpResponse<String> answer = odoo.post("res.partner", "search_count", List.of());

        assertEquals("200 ", answer.statusCode() + " " + answer.body());
    }

    @Test
    void answerIsCut() {
        load("faults: [{then: {cut: 0.5}}]");

        assertThrows(IOException.class, () -> odoo.post("res.partner", "search_count", List.of()));
    }

    @Test
    void answerIsMalformed() throws Exception {
        load("faults: [{then: {malformed: true}}]");

        String body = odoo.post("res.partner", "search_count", List.of()).body();

        assertTrue(body.startsWith("{\"jsonrpc\""), body);
        assertThrows(JsonProcessingException.class, () -> new ObjectMapper().readTree(body));
    }

    @Test
    void answerTrickles() throws Exception {
        long before = System.nanoTime();
        int length = odoo.post("res.partner", "search_count", List.of()).body().length();
        load("faults: [{then: {bytes_per_second: %d}}]".formatted(length * 2));

        long start = System.nanoTime();
        HttpResponse<String> answer = odoo.post("res.partner", "search_count", List.of());

        assertTrue(answer.body().contains("result"), answer.body());
        assertTrue(System.nanoTime() - start > 300_000_000L, (start - before) + " ns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200ms", "{uniform: [200ms, 250ms]}", "{median: 300ms, sigma: 0}"})
    void callIsHeldUp(String delay) throws Exception {
        load("faults: [{model: res.partner, then: {delay: %s}}]".formatted(delay));

        long start = System.nanoTime();
        assertTrue(passes());
        assertTrue(System.nanoTime() - start >= 200_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serialization | psycopg2.errors.SerializationFailure | could not serialize access due to concurrent update",
                "session_expired | odoo.http.SessionExpiredException | Session expired",
                "database_gone | psycopg2.OperationalError | does not exist"
            })
    void databasesErrorsLookAsInOdoo(String error, String name, String message) {
        load("faults: [{then: {error: %s}}]".formatted(error));

        JsonNode data = odoo.json("res.partner", "search_count", List.of())
                .path("error")
                .path("data");

        assertEquals(name, data.path("name").asText());
        assertTrue(data.path("message").asText().contains(message), data.toString());
    }

    @Test
    void callsAreStruckByNumber() {
        load("faults: [{model: res.partner, method: search_count, nth: [2, 4], then: {status: 503}}]");

        assertEquals(
                List.of(true, false, true, false, true),
                IntStream.range(0, 5).mapToObj(i -> passes()).toList());
    }

    @Test
    void everySoManyCallsSoManyTimes() {
        load("faults: [{model: res.*, every: 2, times: 2, then: {status: 503}}]");

        assertEquals(
                List.of(true, false, true, false, true, true),
                IntStream.range(0, 6).mapToObj(i -> passes()).toList());
    }

    @Test
    void chanceComesAgainFromTheSameSeed() {
        String fault = "faults: [{name: flaky, share: 0.5, seed: 7, then: {status: 503}}]";
        load(fault);
        List<Boolean> first = IntStream.range(0, 20).mapToObj(i -> passes()).toList();
        load(fault);
        List<Boolean> again = IntStream.range(0, 20).mapToObj(i -> passes()).toList();

        assertEquals(first, again);
        assertTrue(first.contains(true) && first.contains(false), first.toString());
    }

    @Test
    void otherCallsAndOtherDatabasesAreSpared() {
        load("faults: [{model: crm.*, then: {status: 503}}]");

        assertTrue(passes());
        try (TestDatabase other = new TestDatabase("19.0")) {
            assertTrue(other.json("crm.lead", "search_count", List.of()).has("result"));
        }
        assertFalse(odoo.control("GET", "faults", "").path("faults").isEmpty());
    }

    @Test
    void anotherNodeKnowsTheFaultAtOnce() throws Exception {
        try (EmulatorServer node = EmulatorServer.start(TestSandoo.config("19.0"))) {
            TestDatabase there = odoo.at(node);
            assertTrue(there.json("res.partner", "search_count", List.of()).has("result"));

            load("faults: [{then: {status: 503}}]");
            assertEquals(
                    503, there.post("res.partner", "search_count", List.of()).statusCode());

            odoo.control("DELETE", "faults", "");
            assertEquals(
                    200, there.post("res.partner", "search_count", List.of()).statusCode());
        }
    }

    @Test
    void removedFaultIsForgotten() {
        load("faults: [{name: down, then: {status: 503}}]");
        assertFalse(passes());

        odoo.control("DELETE", "faults?name=down", "");

        assertTrue(passes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'faults:\n  - share: 2\n    then: {status: 503}' | faults.yaml, line 2, faults[0].share: must be a number from 0.0 to 1.0",
                "'faults:\n  - then: {}' | faults.yaml, line 2, faults[0].then: needs delay or one of status, reset, empty, cut,"
                        + " malformed, bytes_per_second, error",
                "'faults:\n  - then: {status: 503, reset: true}' | faults.yaml, line 2, faults[0].then: has more than one of status, reset",
                "'faults:\n  - then: {delay: {uniform: [2s, 1s]}}' | faults.yaml, line 2, faults[0].then.delay.uniform: must be two"
                        + " lengths of time, the shorter first"
            })
    void badDocumentsAreToldByLineAndField(String yaml, String message) {
        assertEquals(message, load(yaml).path("detail").asText());
    }
}
