package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.apache.xmlrpc.XmlRpcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stubs answer, to a stock client: values, errors, changes of records. */
class StubAnswerWireIT {
    @RegisterExtension
    static final StubbedDatabase stubs = new StubbedDatabase();

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void methodThatIsNotEmulatedShowsTheStubThatGivesItAnAnswer(String version) throws Exception {
        stubs.useFresh(version);
        String message = assertThrows(
                        XmlRpcException.class,
                        () -> stubs.odoo().call("ir.mail_server", "test_smtp_connection", List.of(1)))
                .getMessage();
        String stub = message.substring(message.lastIndexOf("stubs:\n")).strip();

        assertEquals(1, stubs.load(stub).path("stubs").asInt(), stub);

        assertEquals(true, stubs.odoo().call("ir.mail_server", "test_smtp_connection", List.of(1)));
    }

    @Test
    void aStubbedCallIsWrittenDownLikeAnyOther() throws Exception {
        stubs.load("""
                stubs:
                  - {model: res.partner, method: quote, then: {value: [1, 2]}}
                  - {model: res.partner, method: fail, then: {error: {kind: user, message: Not today}}}
                """);
        stubs.odoo().call("res.partner", "quote", List.of(7));
        assertThrows(XmlRpcException.class, () -> stubs.odoo().call("res.partner", "fail", List.of(7)));

        Object[] lines = (Object[]) stubs.odoo()
                .execute(
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
        stubs.load("""
                stubs:
                  - model: res.partner
                    method: quote
                    then:
                      value: {price: 12.5, parts: [1, two], ids: "{{ids}}", first: "{{args.0.0}}", text: "for {{ids.0}}, {{user.login}}"}
                """);

        Map<?, ?> quote = (Map<?, ?>) stubs.odoo().call("res.partner", "quote", List.of(7, 8));

        assertEquals(12.5, quote.get("price"));
        assertArrayEquals(new Object[] {1, "two"}, (Object[]) quote.get("parts"));
        assertArrayEquals(new Object[] {7, 8}, (Object[]) quote.get("ids"));
        assertEquals(7, quote.get("first"));
        assertEquals("for 7, admin", quote.get("text"));
    }

    @Test
    void recordsAreWrittenAndDeleted() throws Exception {
        stubs.load("""
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
        Object old = stubs.odoo().call("res.partner", "create", Map.of("name", "Old"));

        Object made =
                stubs.odoo().execute("res.partner", "import_contact", List.of(), Map.of("name", "New", "old", old));

        Object[] rows = (Object[]) stubs.odoo().call("res.partner", "read", List.of(made), List.of("name", "ref"));
        assertEquals("New", ((Map<?, ?>) rows[0]).get("name"));
        assertEquals("no " + made, ((Map<?, ?>) rows[0]).get("ref"));
        assertEquals(0, stubs.odoo().call("res.partner", "search_count", List.of(List.of("id", "=", old))));
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
        stubs.load("stubs: [{model: res.partner, method: read, then: {error: {kind: %s, message: 'no {{ids.0}}'}}}]"
                .formatted(kind));

        XmlRpcException fault =
                assertThrows(XmlRpcException.class, () -> stubs.odoo().call("res.partner", "read", List.of(7)));
        JsonNode data = stubs.odoo()
                .json("res.partner", "read", List.of(7))
                .path("error")
                .path("data");

        assertEquals(code, fault.code);
        assertEquals("no 7", fault.getMessage());
        assertEquals(name, data.path("name").asText());
        assertEquals("no 7", data.path("message").asText());
    }

    /** Source: a period with drafts locked on a real 19.0. */
    @Test
    void redirectWarningLooksAsInOdoo() {
        stubs.load("""
                stubs:
                  - model: res.partner
                    method: read
                    then: {error: {kind: redirect, message: Set up first, action: 12, button: Go}}
                """);

        XmlRpcException fault =
                assertThrows(XmlRpcException.class, () -> stubs.odoo().call("res.partner", "read", List.of(7)));
        JsonNode data = stubs.odoo()
                .json("res.partner", "read", List.of(7))
                .path("error")
                .path("data");

        assertEquals(2, fault.code);
        assertEquals("('Set up first', 12, 'Go', None)", fault.getMessage());
        assertEquals("odoo.exceptions.RedirectWarning", data.path("name").asText());
        assertEquals("Set up first\n12\nGo\nNone", data.path("message").asText());
        assertEquals("[\"Set up first\",12,\"Go\",null]", data.path("arguments").toString());
    }

    @Test
    void anyPythonExceptionCanBeRaised() {
        stubs.load("""
                stubs:
                  - model: res.partner
                    method: read
                    then: {error: {kind: python, exception: requests.exceptions.Timeout, message: too slow}}
                """);

        XmlRpcException fault =
                assertThrows(XmlRpcException.class, () -> stubs.odoo().call("res.partner", "read", List.of(7)));

        assertEquals(1, fault.code);
        assertTrue(fault.getMessage().endsWith("requests.exceptions.Timeout: too slow\n"), fault.getMessage());
    }

    @Test
    void delayHoldsTheMethodUp() throws Exception {
        stubs.load("stubs: [{model: res.partner, method: search_count, then: {delay: 300ms, proceed: true}}]");

        long start = System.nanoTime();
        assertTrue((Integer) stubs.odoo().call("res.partner", "search_count", List.of()) > 0);
        assertTrue(System.nanoTime() - start >= 300_000_000L);
    }

    @Test
    void journalNamesTheStub() throws Exception {
        stubs.load("stubs: [{name: pong, model: res.partner, method: ping, then: {value: 1}}]");

        stubs.odoo().call("res.partner", "ping");

        JsonNode calls = stubs.odoo().control("GET", "calls?method=ping", "").path("calls");
        assertEquals("pong", calls.path(0).path("stub").asText(), calls.toString());
    }
}
