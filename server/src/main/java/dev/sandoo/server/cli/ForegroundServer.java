package dev.sandoo.server.cli;

import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.EmulatorServer;
import dev.sandoo.server.PostgresPlace;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Runs an emulator until the process is told to end by Ctrl-C or SIGTERM, and says where it listens. */
final class ForegroundServer implements Server {
    private final PrintStream out;

    ForegroundServer(PrintStream out) {
        this.out = out;
    }

    @Override
    public void run(EmulatorConfig config, LogLevel level) {
        long start = System.nanoTime();
        Logging.start(level);
        EmulatorServer server = EmulatorServer.start(config);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "stop"));
        out.print(announcement(config, server, Duration.ofNanos(System.nanoTime() - start)));
        out.flush();
        await(stopped);
    }

    static String announcement(EmulatorConfig config, EmulatorServer server, Duration took) {
        return """
                Sandoo %s stands in for Odoo %s at %s
                  database %s, login admin, password admin
                  data     %s
                Ready after %.1f s. Ctrl-C stops it.
                """.formatted(
                        Version.ofThisProgram(),
                        config.odooVersion(),
                        server.url(),
                        config.database(),
                        place(config.postgres()),
                        took.toMillis() / 1000.0);
    }

    private static String place(PostgresPlace place) {
        if (place instanceof PostgresPlace.InFolder folder) {
            return "in " + folder.folder();
        }
        return place instanceof PostgresPlace.External ? "on the server of --database-url" : "kept until it stops";
    }

    private static void await(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
