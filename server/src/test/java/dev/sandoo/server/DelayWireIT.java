package dev.sandoo.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that a stub or fault delays keep no connection from others, however many they are. */
class DelayWireIT {
    /** A database's pool has ten connections. */
    private static final int MORE_THAN_THE_POOL_HAS = 40;

    private final TestDatabase odoo = new TestDatabase("19.0");
    private final ExecutorService clients = Executors.newFixedThreadPool(MORE_THAN_THE_POOL_HAS);

    @AfterEach
    void stop() {
        clients.shutdownNow();
        odoo.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stubs: [{model: res.partner, method: quote, then: {delay: 4s, value: 7}}]",
                "stubs: [{model: res.partner, method: quote, times: 100, then: {delay: 4s, value: 7}}]",
                "faults: [{model: res.partner, method: search_count, then: {delay: 4s}}]",
            })
    void othersAreServedMeanwhile(String document) throws Exception {
        boolean stubbed = document.startsWith("stubs");
        odoo.control("POST", stubbed ? "stubs" : "faults", document);
        Callable<Object> call = () -> stubbed
                ? odoo.call("res.partner", "quote", List.of(1))
                : odoo.call("res.partner", "search_count", List.of());
        List<Future<Object>> delayed = new ArrayList<>();
        for (int i = 0; i < MORE_THAN_THE_POOL_HAS; i++) {
            delayed.add(clients.submit(call));
        }
        Thread.sleep(1_000); // all are under way

        assertEquals(1, odoo.call("res.company", "search_count", List.of()));
        assertTrue(delayed.stream().noneMatch(Future::isDone), "it did not wait for any of them");
        long start = System.nanoTime();
        for (Future<Object> one : delayed) {
            assertTrue((Integer) one.get() > 0);
        }
        assertTrue(System.nanoTime() - start < 8_000_000_000L, "they waited side by side");
    }

    @Test
    void whatADelayedCallChangesIsThereBeforeItsAnswer() throws Exception {
        odoo.control("POST", "stubs", """
                stubs:
                  - model: x.shop
                    method: order
                    then:
                      delay: 3s
                      records: [{create: res.partner, values: {name: Ordered}}]
                      value: true
                """);
        Future<Object> order = clients.submit(() -> odoo.call("x.shop", "order"));

        List<Object> name = List.of("name", "=", "Ordered");
        while (odoo.call("res.partner", "search_count", List.of(name)).equals(0)) {
            assertTrue(!order.isDone(), "answered before anybody saw the record");
            Thread.sleep(20);
        }
        assertEquals(true, order.get());
    }
}
