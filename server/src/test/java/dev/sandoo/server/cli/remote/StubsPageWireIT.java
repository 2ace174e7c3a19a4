package dev.sandoo.server.cli.remote;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandoo.server.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every document and every command of docs/STUBS.md, held against a server. */
class StubsPageWireIT {
    private static final Pattern BLOCK = Pattern.compile("```(yaml|sh)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path folder;

    @AutoClose
    private final TestDatabase odoo = new TestDatabase("19.0");

    @Test
    void everyDocumentLoads() throws Exception {
        for (String yaml : blocks("yaml")) {
            JsonNode loaded = odoo.control("POST", kind(yaml), yaml);

            assertTrue(loaded.path(kind(yaml)).asInt() > 0, loaded + "\n" + yaml);
        }
    }

    @Test
    void everyCommandRuns() throws Exception {
        for (String yaml : blocks("yaml")) {
            Path file = folder.resolve(kind(yaml) + ".yaml");
            if (!Files.exists(file)) {
                Files.writeString(file, yaml);
            }
        }
        for (String block : blocks("sh")) {
            for (String command : block.strip().split("\n")) {
                assertFalse(run(command).isBlank(), command);
            }
        }
    }

    private String run(String command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> environment = Map.of("SANDOO_URL", odoo.url(), "SANDOO_DB", odoo.name());
        new RemoteProgram(environment, new PrintStream(out, true, StandardCharsets.UTF_8)).run(words(command));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The words after {@code sandoo}; files are those of the page. */
    private List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            String word = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            words.add(word.endsWith(".yaml") ? folder.resolve(word).toString() : word);
        }
        return words.subList(1, words.size());
    }

    private static String kind(String yaml) {
        return yaml.startsWith("faults:") ? "faults" : "stubs";
    }

    private static List<String> blocks(String language) throws Exception {
        String page = Files.readString(Path.of("../docs/STUBS.md"));
        return BLOCK.matcher(page)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}
