package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Parameters;

/** YAML or JSON files to load into a database; a mixin of commands that do. */
final class DocumentFiles {
    private static final String YAML = "application/yaml";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "A YAML or JSON file.")
    private List<Path> files;

    /** Posts each file by itself; the answers with the files' names. */
    JsonNode post(ControlClient server, String path) {
        ArrayNode loaded = JsonNodeFactory.instance.arrayNode();
        for (Path file : files) {
            String name = file.getFileName().toString();
            JsonNode answer = server.upload(path + ControlClient.query(Map.of("source", name)), YAML, bytes(file));
            loaded.addObject().put("file", name).setAll((ObjectNode) answer);
        }
        return loaded;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw RemoteFailure.refusal("there is no file " + file);
        } catch (IOException e) {
            throw RemoteFailure.refusal(file + " cannot be read: " + e.getMessage());
        }
    }
}
