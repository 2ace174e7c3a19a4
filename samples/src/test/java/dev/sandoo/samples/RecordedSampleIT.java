package dev.sandoo.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.EmulatorServer;
import dev.sandoo.server.scenario.Replay;
import dev.sandoo.server.scenario.Scenario;
import dev.sandoo.server.scenario.ScenarioReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of the Python sample is recorded and played again, where ids are others; also against a real Odoo, when one is named. */
class RecordedSampleIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void theRecordedSampleReplaysWithoutDifferences(String version) throws Exception {
        Path file = folder.resolve("calls.jsonl");
        EmulatorConfig config = SampleServers.config(version).withRecording(file);
        try (EmulatorServer odoo = EmulatorServer.start(config)) {
            runSample(odoo.url());
            Scenario recorded = ScenarioReader.read(file);

            List<Replay.Outcome> outcomes =
                    play(recorded, new Replay.Target(URI.create(odoo.url()), "demo", "admin", "admin", Map.of()));

            assertEquals(16, outcomes.size());
            assertEquals(List.of(), different(outcomes));
        }
    }

    /** {@code SANDOO_REAL_ODOO=http://127.0.0.1:8069,DATABASE,LOGIN,PASSWORD}. */
    @Test
    void theRecordedSampleReplaysAgainstARealOdoo() throws Exception {
        String real = System.getenv("SANDOO_REAL_ODOO");
        assumeTrue(real != null, "no real Odoo is named by SANDOO_REAL_ODOO");
        String[] parts = real.split(",");
        Path file = folder.resolve("calls.jsonl");
        try (EmulatorServer odoo =
                EmulatorServer.start(SampleServers.config("19.0").withRecording(file))) {
            runSample(odoo.url());
        }

        Replay.Target target = new Replay.Target(URI.create(parts[0]), parts[1], parts[2], parts[3], Map.of());

        assertEquals(List.of(), different(play(ScenarioReader.read(file), target)));
    }

    private static void runSample(String url) throws Exception {
        assumeTrue(Programs.has("python3"), "no python3 on this machine");
        Process script = new ProcessBuilder("python3", "python/first_steps.py", url, "demo")
                .redirectErrorStream(true)
                .start();
        String told = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, script.waitFor(), told);
    }

    private static List<Replay.Outcome> play(Scenario scenario, Replay.Target target) {
        return new Replay(target, new SecureRandom(), Clock.systemUTC()).play(scenario, outcome -> {});
    }

    private static List<String> different(List<Replay.Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.differences().isEmpty())
                .map(outcome -> outcome.number() + " " + outcome.step().method() + " " + outcome.differences())
                .toList();
    }
}
