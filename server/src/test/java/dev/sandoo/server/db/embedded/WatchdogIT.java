package dev.sandoo.server.db.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that has a server, without giving it the time to say goodbye. */
class WatchdogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    /** What runs in the process that is killed. */
    public static final class Victim {
        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedPostgres server = arguments[0].equals("-")
                    ? EmbeddedPostgres.startEphemeral(CacheFolder.standard())
                    : EmbeddedPostgres.start(Path.of(arguments[0]), CacheFolder.standard());
            System.out.println(server.folder());
            Thread.sleep(PATIENCE.toMillis());
        }
    }

    @BeforeAll
    static void onlyWhereThereIsAShell() {
        assumeFalse(Platform.current().windows());
    }

    @Test
    void serverStopsWhenItsSandooIsKilled() throws Exception {
        Path served = kill(folder.toString());

        assertTrue(comesTrue(() -> !Files.exists(served.resolve("postgres/postmaster.pid"))));
    }

    @Test
    void throwAwayFolderGoesWhenItsSandooIsKilled() throws Exception {
        Path served = kill("-");

        assertTrue(comesTrue(() -> !Files.exists(served)));
    }

    private static Path kill(String argument) throws Exception {
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        argument)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = victim.inputReader()) {
            Path served = Path.of(output.readLine());
            assertTrue(Files.exists(served.resolve("postgres/postmaster.pid")));
            victim.destroyForcibly();
            assertTrue(victim.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            assertEquals(137, victim.exitValue());
            return served;
        }
    }

    private interface Fact {
        boolean isTrue() throws IOException;
    }

    private static boolean comesTrue(Fact fact) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fact.isTrue() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return fact.isTrue();
    }
}
