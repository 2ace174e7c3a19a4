package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Gate gate = new Gate();

    @Test
    void workAloneWaitsForThoseInside() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        assertTrue(gate.enter());
        CompletableFuture<Void> work = CompletableFuture.runAsync(() -> gate.closed(LONG, () -> order.add("work")));
        while (gate.enter()) { // until it has closed
            gate.leave();
            Thread.onSpinWait();
        }
        order.add("leaves");
        gate.leave();
        work.get();

        assertEquals(List.of("leaves", "work"), order);
        assertTrue(gate.enter());
    }

    @Test
    void workAloneDoesNotWaitForThoseWhoNeverLeave() {
        assertTrue(gate.enter());

        assertEquals("done", gate.closed(Duration.ofMillis(1), () -> "done"));
    }

    @Test
    void nobodyEntersWhileWorkIsDoneSaveByForce() {
        gate.closed(LONG, () -> {
            assertFalse(gate.enter());
            gate.pass();
            gate.leave();
            return null;
        });
    }

    @Test
    void whoeverWaitsGoesOnWhenTheWorkIsDone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Object> work = CompletableFuture.supplyAsync(() -> gate.closed(LONG, () -> {
            begun.countDown();
            return await(end);
        }));
        begun.await();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> gate.awaitOpen(LONG));
        assertFalse(waiting.isDone());
        end.countDown();
        work.get();
        waiting.get();
    }

    private static Object await(CountDownLatch latch) {
        try {
            latch.await();
            return latch;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
