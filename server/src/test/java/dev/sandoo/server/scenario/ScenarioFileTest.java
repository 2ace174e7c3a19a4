package dev.sandoo.server.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {
    private static final String HEAD = "{\"scenario\": 1, \"odoo\": \"19.0\"}\n";

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        Path file = folder.resolve("calls.jsonl");
        ScenarioStep step = new ScenarioStep(
                Instant.parse("2026-01-02T03:04:05Z"),
                Optional.of("admin"),
                Optional.empty(),
                Optional.of("s1"),
                "json2",
                "res.partner",
                "read",
                List.of(List.of(1)),
                Map.of("fields", List.of("name")),
                Optional.of(List.of(Map.of("id", 1))),
                Optional.empty());
        try (ScenarioWriter writer = ScenarioWriter.to(file, "14.0", Instant.EPOCH)) {
            writer.add(step);
        }

        assertEquals(new Scenario("14.0", List.of(step)), ScenarioReader.read(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'at': 'today', 'model': 'a', 'method': 'b'} | calls.jsonl, line 2: at: is no moment such as 2026-05-04T10:00:00Z",
                "{'at': '2026-01-02T03:04:05Z', 'method': 'b'} | calls.jsonl, line 2: model: is missing",
                "{'at': '2026-01-02T03:04:05Z', 'model': 'a', 'method': 'b', 'args': 3} | calls.jsonl, line 2: args: is no list",
                "{'who': 'ada'} | calls.jsonl, line 2: who: is not known; there are args, as, at, error, kwargs, method, model, protocol, result, secret, uid",
                "[] | calls.jsonl, line 2: is no JSON object"
            })
    void aBadLineIsNamed(String line, String message) throws Exception {
        Path file = folder.resolve("calls.jsonl");
        Files.writeString(file, HEAD + line.replace('\'', '"'));

        ScenarioFormatException refused = assertThrows(ScenarioFormatException.class, () -> ScenarioReader.read(file));

        assertEquals(message, refused.getMessage());
    }
}
