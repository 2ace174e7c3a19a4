package dev.sandoo.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandoo.server.EmulatorServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample, as it stands, against an emulator. */
class SamplesIT {
    private static final Map<String, EmulatorServer> SERVERS = new ConcurrentHashMap<>();
    private static final String DATABASE = "demo";
    private static final Path PYTHON_SAMPLE = Path.of("python", "first_steps.py");

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void firstStepsInJava(String version) {
        EmulatorServer odoo = server(version);
        String told = printed(() -> FirstSteps.main(new String[] {odoo.url(), DATABASE}));

        assertTrue(told.startsWith("Logged in to Odoo " + version + " as user 2"), told);
        assertTrue(told.contains("Ada Sample of Sample Co"), told);
        assertTrue(told.contains("Quotation: 115.5 before tax"), told);
        assertTrue(told.contains("APPLICATION_ERROR: ValueError: Invalid field 'no_such_field'"), told);
        assertTrue(told.stripTrailing().endsWith("Left over: 0"), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void apacheClient(String version) {
        EmulatorServer odoo = server(version);
        String told = printed(() -> apache(odoo.url(), DATABASE, "admin", "admin"));

        assertEquals("Café 漢字 fault 1 deleted true", told.strip().replaceAll("\\R", " "));
    }

    private static void apache(String... arguments) {
        try {
            ApacheClient.main(arguments);
        } catch (Exception error) {
            throw new AssertionError(error);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void firstStepsInPython(String version) throws Exception {
        assumeTrue(hasPython(), "no python3 on this machine");
        EmulatorServer odoo = server(version);
        Process script = new ProcessBuilder("python3", PYTHON_SAMPLE.toString(), odoo.url(), DATABASE)
                .redirectErrorStream(true)
                .start();
        String told = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, script.waitFor(), told);
        assertTrue(told.contains(": 115.50 before tax, draft"), told);
        assertTrue(told.contains("Fault 1: ValueError: Invalid field 'no_such_field'"), told);
        assertTrue(told.stripTrailing().endsWith("Left over: 0"), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19.0 | api_keys.py | Deleted key: Access Denied",
                "14.0 | api_keys.py | Deleted key: Access Denied",
                "19.0 | two_factor.py | Without rights: You are not allowed to create 'Project' (project.project) records.",
                "19.0 | key_scope.py | Left over: 0",
                "19.0 | header_key.py | Deleted: Access Denied"
            })
    void keysInPython(String version, String script, String lastLine) throws Exception {
        assumeTrue(hasPython(), "no python3 on this machine");
        EmulatorServer odoo = server(version);
        Process process = new ProcessBuilder("python3", "python/" + script, odoo.url(), DATABASE)
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), told);
        assertTrue(told.stripTrailing().endsWith(lastLine), told);
    }

    @Test
    void twoFactorInJava() {
        String told = printed(() -> TwoFactor.main(new String[] {server("19.0").url(), DATABASE, "admin", "admin"}));

        assertEquals(
                "With the password: refused With the key: logged in",
                told.strip().replaceAll("\\R", " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void keysInJava(String version) {
        EmulatorServer odoo = server(version);
        String[] arguments = {odoo.url(), DATABASE, "admin", "admin"};

        assertEnds("Deleted key: Access Denied", printed(() -> ApiKeyLife.main(arguments)));
        assertEnds("Deleted 2 keys", printed(() -> ScopedKey.main(arguments)));
        assertEnds("Deleted: Access Denied", printed(() -> HeaderKey.main(arguments)));
        String projects = printed(() -> TokenForProject.main(arguments));
        assertTrue(projects.contains("Without a token: Missing access token"), projects);
        assertTrue(projects.contains("With rights: success"), projects);
        assertTrue(projects.contains("Without rights: You are not allowed to create 'Project'"), projects);
    }

    private static void assertEnds(String lastLine, String told) {
        assertTrue(told.stripTrailing().endsWith(lastLine), told);
    }

    @AfterAll
    static void stop() {
        SERVERS.values().forEach(EmulatorServer::close);
    }

    /** Samples leave nothing over, so that one server of each version does for all. */
    private static EmulatorServer server(String version) {
        return SERVERS.computeIfAbsent(version, SamplesIT::start);
    }

    private static EmulatorServer start(String version) {
        return EmulatorServer.start(SampleServers.config(version).withRoutes(Path.of("routes.yaml")));
    }

    private static String printed(Runnable program) {
        PrintStream before = System.out;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setOut(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return told.toString(StandardCharsets.UTF_8);
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
