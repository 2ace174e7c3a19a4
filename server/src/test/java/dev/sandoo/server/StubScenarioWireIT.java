package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.xmlrpc.XmlRpcException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Stubs that answer so many times, and one after another. */
class StubScenarioWireIT {
    @RegisterExtension
    static final StubbedDatabase stubs = new StubbedDatabase();

    @Test
    void stubAnswersSoManyTimesAndErrorsCount() throws Exception {
        stubs.load("""
                stubs:
                  - model: res.partner
                    method: search_count
                    times: 2
                    then: {error: {kind: user, message: busy}}
                """);

        for (int i = 0; i < 2; i++) {
            assertThrows(XmlRpcException.class, () -> stubs.odoo().call("res.partner", "search_count", List.of()));
        }
        assertTrue((Integer) stubs.odoo().call("res.partner", "search_count", List.of()) > 0);

        stubs.odoo().control("POST", "stubs/restart", "");
        assertThrows(XmlRpcException.class, () -> stubs.odoo().call("res.partner", "search_count", List.of()));
    }

    @Test
    void callsAtOnceQueueForTheirTurns() {
        stubs.load("stubs: [{model: res.partner, method: ticket, times: 7, then: {value: mine}}]");

        long answered = IntStream.range(0, 24)
                .parallel()
                .filter(i -> stubs.odoo()
                        .json("res.partner", "ticket", List.of(1))
                        .path("result")
                        .asText()
                        .equals("mine"))
                .count();

        assertEquals(7, answered);
    }

    @Test
    void scenarioGoesFromStateToState() throws Exception {
        stubs.load("""
                stubs:
                  - {model: sale.order, method: payment_state, scenario: payment, state: start, next: pending, then: {value: none}}
                  - {model: sale.order, method: payment_state, scenario: payment, state: pending, next: done, then: {value: pending}}
                  - {model: sale.order, method: payment_state, scenario: payment, state: done, then: {value: done}}
                """);

        assertEquals("none", stubs.odoo().call("sale.order", "payment_state", List.of(1)));
        assertEquals("pending", stubs.odoo().call("sale.order", "payment_state", List.of(1)));
        assertEquals("done", stubs.odoo().call("sale.order", "payment_state", List.of(1)));
        assertEquals("done", stubs.odoo().call("sale.order", "payment_state", List.of(1)));
        assertEquals(
                "done",
                stubs.odoo()
                        .control("GET", "stubs", "")
                        .path("scenarios")
                        .path("payment")
                        .asText());
    }

    @Test
    void resetBringsBackWhatWas() throws Exception {
        stubs.useFresh("19.0");
        stubs.load("stubs: [{model: res.partner, method: ping, then: {value: 1}}]");
        stubs.odoo().control("PUT", "clock", "{\"now\": \"2031-01-01\"}");
        stubs.odoo().control("POST", "faults", "faults: [{model: crm.*, then: {status: 503}}]");

        stubs.odoo().control("POST", "reset", "{}");

        assertEquals(0, stubs.odoo().control("GET", "stubs", "").path("stubs").size());
        assertEquals(0, stubs.odoo().control("GET", "faults", "").path("faults").size());
        assertTrue(stubs.odoo().control("GET", "clock", "").path("real").asBoolean());
        assertThrows(XmlRpcException.class, () -> stubs.odoo().call("res.partner", "ping"));
    }
}
