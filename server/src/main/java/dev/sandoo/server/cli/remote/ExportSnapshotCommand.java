package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sandoo snapshot export}. */
@Command(name = "export", description = "write a snapshot to a file")
final class ExportSnapshotCommand implements RemoteCommand {
    @Mixin
    private DatabaseOption database;

    @Parameters(index = "0", paramLabel = "NAME", description = "The snapshot.")
    private String name;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file, a zip.")
    private Path file;

    @Override
    public JsonNode ask(ControlClient server) {
        byte[] zip = server.download(database.path("snapshots", name, "export"));
        try {
            Files.write(file, zip);
        } catch (IOException e) {
            throw RemoteFailure.refusal(file + " cannot be written: " + e.getMessage());
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("file", file.toString())
                .put("bytes", zip.length);
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.line("snapshot " + name + " is written to " + file);
    }
}
