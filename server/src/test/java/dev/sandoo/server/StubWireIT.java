package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.xmlrpc.XmlRpcException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stubs, loaded over the control interface and met by a stock client. */
class StubWireIT {
    private static TestDatabase shared;

    private TestDatabase odoo = shared;

    @BeforeAll
    static void start() {
        shared = new TestDatabase("19.0");
    }

    @AfterAll
    static void stop() {
        shared.close();
    }

    @AfterEach
    void clear() {
        odoo.control("DELETE", "stubs", "");
        if (odoo != shared) {
            odoo.close();
        }
    }

    /** For tests that leave more behind than stubs, or want another version. */
    private void useFresh(String version) {
        odoo = new TestDatabase(version);
    }

    private JsonNode load(String yaml) {
        return odoo.control("POST", "stubs?source=stubs.yaml", yaml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void methodThatIsNotEmulatedShowsTheStubThatGivesItAnAnswer(String version) throws Exception {
        useFresh(version);
        String message = assertThrows(
                        XmlRpcException.class, () -> odoo.call("ir.mail_server", "test_smtp_connection", List.of(1)))
                .getMessage();
        String stub = message.substring(message.lastIndexOf("stubs:\n")).strip();

        assertEquals(1, load(stub).path("stubs").asInt(), stub);

        assertEquals(true, odoo.call("ir.mail_server", "test_smtp_connection", List.of(1)));
    }

    @Test
    void aStubbedCallIsWrittenDownLikeAnyOther() throws Exception {
        load("""
                stubs:
                  - {model: res.partner, method: quote, then: {value: [1, 2]}}
                  - {model: res.partner, method: fail, then: {error: {kind: user, message: Not today}}}
                """);
        odoo.call("res.partner", "quote", List.of(7));
        assertThrows(XmlRpcException.class, () -> odoo.call("res.partner", "fail", List.of(7)));

        Object[] lines = (Object[]) odoo.execute(
                "sandoo.call",
                "search_read",
                List.of(
                        List.of(List.of("method", "in", List.of("quote", "fail"))),
                        List.of("method", "outcome", "reason")),
                Map.of("order", "id desc", "limit", 2));

        Map<?, ?> failed = (Map<?, ?>) lines[0];
        assertEquals("error", failed.get("outcome"));
        assertEquals("Not today", failed.get("reason"));
        assertEquals("ok", ((Map<?, ?>) lines[1]).get("outcome"));
    }

    @Test
    void valuesKeepTheirTypes() throws Exception {
        load("""
                stubs:
                  - model: res.partner
                    method: quote
                    then:
                      value: {price: 12.5, parts: [1, two], ids: "{{ids}}", first: "{{args.0.0}}", text: "for {{ids.0}}, {{user.login}}"}
                """);

        Map<?, ?> quote = (Map<?, ?>) odoo.call("res.partner", "quote", List.of(7, 8));

        assertEquals(12.5, quote.get("price"));
        assertArrayEquals(new Object[] {1, "two"}, (Object[]) quote.get("parts"));
        assertArrayEquals(new Object[] {7, 8}, (Object[]) quote.get("ids"));
        assertEquals(7, quote.get("first"));
        assertEquals("for 7, admin", quote.get("text"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "values.email: a@b.example | yes",
                "values.email: x@b.example | no",
                "values.email: {matches: '.*@b[.]example'} | yes",
                "values.email: {contains: '@'} | yes",
                "values: {contains: {name: Ann}} | yes",
                "values.phone: {present: false} | yes",
                "values.color: {above: 4, below: 6} | yes",
                "values.color: {in: [1, 2]} | no",
                "values.color: {not: {in: [1, 2]}} | yes",
                "values: {domain: [['color', '>', 4], ['name', 'ilike', 'an']]} | yes",
                "values: {domain: [['color', '>', 5]]} | no",
                "args.0.tags: {any: {above: 2}} | yes",
                "args.0.tags: {size: 2} | no",
                "context.lang: fr_FR | yes",
                "user.login: demo | no"
            })
    void argumentsDecide(String condition, String fits) throws Exception {
        load("""
                stubs:
                  - model: res.*
                    method: cre?te
                    when: {%s}
                    then: {value: 77}
                """.formatted(condition));
        Map<String, Object> values =
                Map.of("name", "Ann", "email", "a@b.example", "color", 5, "tags", List.of(1, 2, 3));

        Object answer;
        try {
            answer = odoo.execute("res.partner", "create", List.of(values), Map.of("context", Map.of("lang", "fr_FR")));
        } catch (XmlRpcException refused) {
            answer = refused.getMessage(); // there is no field "tags": the real method was called
        }
        assertEquals(fits.equals("yes"), answer.equals(77), String.valueOf(answer));
    }

    @Test
    void positionsAndNamesFitAlike() throws Exception {
        load("stubs: [{model: res.partner, method: name_search, when: {name: Ann}, then: {value: hit}}]");

        assertEquals("hit", odoo.call("res.partner", "name_search", "Ann"));
        assertEquals("hit", odoo.execute("res.partner", "name_search", List.of(), Map.of("name", "Ann")));
    }

    @Test
    void recordsAreWrittenAndDeleted() throws Exception {
        load("""
                stubs:
                  - model: res.partner
                    method: import_contact
                    then:
                      records:
                        - create: res.partner
                          values: {name: "{{kwargs.name}}", comment: "made {{today}}"}
                        - write: res.partner
                          ids: "{{created}}"
                          values: {ref: "no {{created.0}}"}
                        - unlink: res.partner
                          ids: ["{{kwargs.old}}"]
                      value: "{{created.0}}"
                """);
        Object old = odoo.call("res.partner", "create", Map.of("name", "Old"));

        Object made = odoo.execute("res.partner", "import_contact", List.of(), Map.of("name", "New", "old", old));

        Object[] rows = (Object[]) odoo.call("res.partner", "read", List.of(made), List.of("name", "ref"));
        assertEquals("New", ((Map<?, ?>) rows[0]).get("name"));
        assertEquals("no " + made, ((Map<?, ?>) rows[0]).get("ref"));
        assertEquals(0, odoo.call("res.partner", "search_count", List.of(List.of("id", "=", old))));
    }

    @ParameterizedTest
    @CsvSource({
        "user, 2, odoo.exceptions.UserError",
        "validation, 2, odoo.exceptions.ValidationError",
        "missing, 2, odoo.exceptions.MissingError",
        "denied, 3, odoo.exceptions.AccessDenied",
        "access, 4, odoo.exceptions.AccessError"
    })
    void errorsOfEachKind(String kind, int code, String name) {
        load("stubs: [{model: res.partner, method: read, then: {error: {kind: %s, message: 'no {{ids.0}}'}}}]"
                .formatted(kind));

        XmlRpcException fault = assertThrows(XmlRpcException.class, () -> odoo.call("res.partner", "read", List.of(7)));
        JsonNode data =
                odoo.json("res.partner", "read", List.of(7)).path("error").path("data");

        assertEquals(code, fault.code);
        assertEquals("no 7", fault.getMessage());
        assertEquals(name, data.path("name").asText());
        assertEquals("no 7", data.path("message").asText());
    }

    /** Source: a period with drafts locked on a real 19.0. */
    @Test
    void redirectWarningLooksAsInOdoo() {
        load("""
                stubs:
                  - model: res.partner
                    method: read
                    then: {error: {kind: redirect, message: Set up first, action: 12, button: Go}}
                """);

        XmlRpcException fault = assertThrows(XmlRpcException.class, () -> odoo.call("res.partner", "read", List.of(7)));
        JsonNode data =
                odoo.json("res.partner", "read", List.of(7)).path("error").path("data");

        assertEquals(2, fault.code);
        assertEquals("('Set up first', 12, 'Go', None)", fault.getMessage());
        assertEquals("odoo.exceptions.RedirectWarning", data.path("name").asText());
        assertEquals("Set up first\n12\nGo\nNone", data.path("message").asText());
        assertEquals("[\"Set up first\",12,\"Go\",null]", data.path("arguments").toString());
    }

    @Test
    void anyPythonExceptionCanBeRaised() {
        load("""
                stubs:
                  - model: res.partner
                    method: read
                    then: {error: {kind: python, exception: requests.exceptions.Timeout, message: too slow}}
                """);

        XmlRpcException fault = assertThrows(XmlRpcException.class, () -> odoo.call("res.partner", "read", List.of(7)));

        assertEquals(1, fault.code);
        assertTrue(fault.getMessage().endsWith("requests.exceptions.Timeout: too slow\n"), fault.getMessage());
    }

    @Test
    void stubAnswersSoManyTimesAndErrorsCount() throws Exception {
        load("""
                stubs:
                  - model: res.partner
                    method: search_count
                    times: 2
                    then: {error: {kind: user, message: busy}}
                """);

        for (int i = 0; i < 2; i++) {
            assertThrows(XmlRpcException.class, () -> odoo.call("res.partner", "search_count", List.of()));
        }
        assertTrue((Integer) odoo.call("res.partner", "search_count", List.of()) > 0);

        odoo.control("POST", "stubs/restart", "");
        assertThrows(XmlRpcException.class, () -> odoo.call("res.partner", "search_count", List.of()));
    }

    @Test
    void callsAtOnceQueueForTheirTurns() {
        load("stubs: [{model: res.partner, method: ticket, times: 7, then: {value: mine}}]");

        long answered = IntStream.range(0, 24)
                .parallel()
                .filter(i -> odoo.json("res.partner", "ticket", List.of(1))
                        .path("result")
                        .asText()
                        .equals("mine"))
                .count();

        assertEquals(7, answered);
    }

    @Test
    void scenarioGoesFromStateToState() throws Exception {
        load("""
                stubs:
                  - {model: sale.order, method: payment_state, scenario: payment, state: start, next: pending, then: {value: none}}
                  - {model: sale.order, method: payment_state, scenario: payment, state: pending, next: done, then: {value: pending}}
                  - {model: sale.order, method: payment_state, scenario: payment, state: done, then: {value: done}}
                """);

        assertEquals("none", odoo.call("sale.order", "payment_state", List.of(1)));
        assertEquals("pending", odoo.call("sale.order", "payment_state", List.of(1)));
        assertEquals("done", odoo.call("sale.order", "payment_state", List.of(1)));
        assertEquals("done", odoo.call("sale.order", "payment_state", List.of(1)));
        assertEquals(
                "done",
                odoo.control("GET", "stubs", "")
                        .path("scenarios")
                        .path("payment")
                        .asText());
    }

    @Test
    void delayHoldsTheMethodUp() throws Exception {
        load("stubs: [{model: res.partner, method: search_count, then: {delay: 300ms, proceed: true}}]");

        long start = System.nanoTime();
        assertTrue((Integer) odoo.call("res.partner", "search_count", List.of()) > 0);
        assertTrue(System.nanoTime() - start >= 300_000_000L);
    }

    @Test
    void laterLoadGoesFirstAndRemovedStubIsForgotten() throws Exception {
        load("stubs: [{name: first, model: res.partner, method: ping, then: {value: 1}}]");
        load("stubs: [{name: second, model: res.partner, method: ping, then: {value: 2}}]");

        assertEquals(2, odoo.call("res.partner", "ping"));
        odoo.control("DELETE", "stubs?name=second", "");
        assertEquals(1, odoo.call("res.partner", "ping"));
        odoo.control("DELETE", "stubs", "");
        assertThrows(XmlRpcException.class, () -> odoo.call("res.partner", "ping"));
    }

    @Test
    void json2MeetsStubsByTheNamesOfArguments() throws Exception {
        load("""
                stubs:
                  - model: res.partner
                    method: rate
                    when: {ids: {contains: 7}, stars: {above: 3}, context.lang: fr_FR}
                    then: {value: "{{stars}}"}
                """);
        String key = odoo.key();
        Map<String, Object> arguments = Map.of("ids", List.of(7), "stars", 5, "context", Map.of("lang", "fr_FR"));

        assertEquals("5", odoo.json2(key, "res.partner", "rate", arguments).body());
        assertEquals(
                404, odoo.json2(key, "res.partner", "rate", Map.of("stars", 5)).statusCode());
    }

    @Test
    void journalNamesTheStub() throws Exception {
        load("stubs: [{name: pong, model: res.partner, method: ping, then: {value: 1}}]");

        odoo.call("res.partner", "ping");

        JsonNode calls = odoo.control("GET", "calls?method=ping", "").path("calls");
        assertEquals("pong", calls.path(0).path("stub").asText(), calls.toString());
    }

    @Test
    void resetBringsBackWhatWas() throws Exception {
        useFresh("19.0");
        load("stubs: [{model: res.partner, method: ping, then: {value: 1}}]");
        odoo.control("PUT", "clock", "{\"now\": \"2031-01-01\"}");
        odoo.control("POST", "faults", "faults: [{model: crm.*, then: {status: 503}}]");

        odoo.control("POST", "reset", "{}");

        assertEquals(0, odoo.control("GET", "stubs", "").path("stubs").size());
        assertEquals(0, odoo.control("GET", "faults", "").path("faults").size());
        assertTrue(odoo.control("GET", "clock", "").path("real").asBoolean());
        assertThrows(XmlRpcException.class, () -> odoo.call("res.partner", "ping"));
    }

    @Test
    void strangersMeetNoStub() {
        load("stubs: [{model: '*', method: '*', then: {value: 1}}]");

        XmlRpcException fault = assertThrows(
                XmlRpcException.class, () -> odoo.executeAs("wrong", "res.partner", "read", List.of(), Map.of()));

        assertEquals("Access Denied", fault.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void modelsOfOwnModulesAreThere(String version) throws Exception {
        useFresh(version);
        JsonNode loaded = load("""
                models:
                  fleet.gauge:
                    description: Gauge
                    order: name
                    fields:
                      name: {type: char, required: true}
                      level: {type: float, default: 1.5}
                      state: {type: selection, selection: [[ok, OK], [broken, Broken]], default: ok}
                      partner_id: {type: many2one, comodel: res.partner}
                      reading_ids: {type: one2many, comodel: fleet.reading, inverse_name: gauge_id}
                      tag_ids: {type: many2many, comodel: res.partner.category}
                    methods: {calibrate: [offset]}
                  fleet.reading:
                    fields:
                      gauge_id: {type: many2one, comodel: fleet.gauge, required: true, ondelete: cascade}
                      value: {type: integer}
                  res.partner:
                    fields:
                      loyalty_points: {type: integer}
                stubs:
                  - model: fleet.gauge
                    method: calibrate
                    then:
                      records:
                        - {write: fleet.gauge, ids: "{{ids}}", values: {level: "{{offset}}"}}
                      value: true
                """);
        assertEquals(3, loaded.path("models").asInt(), loaded.toString());

        Object gauge = odoo.call(
                "fleet.gauge",
                "create",
                Map.of("name", "G1", "partner_id", 1, "reading_ids", List.of(List.of(0, 0, Map.of("value", 3)))));
        odoo.call("fleet.gauge", "calibrate", List.of(gauge), 7.25);
        odoo.call("res.partner", "write", List.of(1), Map.of("loyalty_points", 12));

        Object[] rows = (Object[]) odoo.call(
                "fleet.gauge", "read", List.of(gauge), List.of("display_name", "level", "state", "reading_ids"));
        Map<String, Object> row = new HashMap<>();
        ((Map<?, ?>) rows[0]).forEach((name, value) -> row.put((String) name, value));
        assertEquals("G1", row.get("display_name"));
        assertEquals(7.25, row.get("level"));
        assertEquals("ok", row.get("state"));
        assertEquals(1, ((Object[]) row.get("reading_ids")).length);
        assertEquals(1, odoo.call("res.partner", "search_count", List.of(List.of("loyalty_points", ">", 11))));
        assertEquals(1, odoo.call("ir.model", "search_count", List.of(List.of("model", "=", "fleet.gauge"))));
        assertTrue(((Map<?, ?>) odoo.execute("fleet.gauge", "fields_get", List.of(), Map.of())).containsKey("tag_ids"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'stubs:\n  - model: a\n    methd: b' | stubs.yaml, line 3, stubs[0].methd: is unknown; did you mean method?",
                "'stubs:\n  - model: a\n    method: b' | stubs.yaml, line 2, stubs[0]: needs then",
                "'stubs:\n  - {model: a, method: b, then: {}}' | stubs.yaml, line 2, stubs[0].then: needs one of value, error and proceed",
                "'stubs:\n  - {model: a, method: b,\n     then: {delay: soon, value: 1}}' |"
                        + " stubs.yaml, line 3, stubs[0].then.delay: must be a length of time, such as 200ms, 5s, 2m or 1h",
                "'stubs:\n  - {model: a, method: b, then: {error: {kind: odd, message: x}}}' |"
                        + " stubs.yaml, line 2, stubs[0].then.error.kind: must be one of user, validation, access, denied, missing,"
                        + " redirect, python",
                "'stubs:\n  - {model: a, method: b, when: {x: {matches: \"(\"}}, then: {value: 1}}' |"
                        + " stubs.yaml, line 2, stubs[0].when.x.matches: is no regular expression: Unclosed group",
                "'stubs: [' | stubs.yaml, line 1: while parsing a flow node",
                "'models:\n  my.model:\n    fields:\n      x: {type: blob}' |"
                        + " stubs.yaml, line 4, models.my.model.fields.x: unknown field type blob",
                "'models:\n  my.model:\n    fields:\n      x: {type: many2one, comodel: not.there}' |"
                        + " stubs.yaml, line 4, models.my.model.fields.x: points to not.there, which there is not"
            })
    void badDocumentsAreToldByLineAndField(String yaml, String message) {
        assertEquals(
                message, load(yaml).path("detail").asText().lines().findFirst().orElse(""));
        assertEquals(0, odoo.control("GET", "stubs", "").path("stubs").size());
    }
}
