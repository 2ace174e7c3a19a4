package dev.sandoo.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandoo.server.EmulatorServer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The samples for the test runners of Python and Node, where these are installed. */
class TestRunnersIT {
    private static EmulatorServer odoo;

    @BeforeAll
    static void start() {
        odoo = EmulatorServer.start(SampleServers.config("19.0"));
    }

    @AfterAll
    static void stop() {
        odoo.close();
    }

    @Test
    void pytest() throws Exception {
        assumeTrue(Programs.has("pytest"), "no pytest on this machine");

        String told = run("pytest", "-q", "-p", "no:cacheprovider", "pytest");

        assertTrue(told.contains("6 passed"), told);
    }

    @Test
    void node() throws Exception {
        assumeTrue(Programs.has("node"), "no node on this machine");

        String told = run("node", "--test", "--test-reporter=tap", "node/");

        assertTrue(told.contains("# pass 4"), told);
    }

    private static String run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SANDOO_URL", odoo.url());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), told);
        return told;
    }
}
