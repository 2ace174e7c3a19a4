package dev.sandoo.server.junit5;

import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.EmulatorServer;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server for all tests of a JVM, with databases that go from one test to the next: making one as new takes less than making
 * a new one. Thread-safe.
 */
final class RunningServer implements AutoCloseable {
    private final EmulatorServer server;
    private final ControlConnection control;
    private final Queue<String> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger made = new AtomicInteger();

    private RunningServer(EmulatorServer server) {
        this.server = server;
        this.control = new ControlConnection(URI.create(server.url()));
    }

    static RunningServer start(String version) {
        return new RunningServer(EmulatorServer.start(EmulatorConfig.ephemeral().withOdooVersion(version)));
    }

    /** A database as new, nobody else's until it is given back. */
    Sandoo take() {
        String used = idle.poll();
        if (used == null) {
            String fresh = "test" + made.incrementAndGet();
            control.post("/databases", Map.of("name", fresh));
            return new Sandoo(control, fresh);
        }
        Sandoo sandoo = new Sandoo(control, used);
        sandoo.reset();
        return sandoo;
    }

    /** Lets the next test have a database. */
    void giveBack(Sandoo sandoo) {
        sandoo.takeBack();
        idle.add(sandoo.database());
    }

    @Override
    public void close() {
        server.close();
    }
}
