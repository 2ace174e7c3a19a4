package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sandoo snapshot import}. */
@Command(name = "import", description = "make a snapshot of a file that one was exported to")
final class ImportSnapshotCommand implements RemoteCommand {
    @Mixin
    private DatabaseOption database;

    @Parameters(index = "0", paramLabel = "NAME", description = "The name of the new snapshot.")
    private String name;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
    private Path file;

    @Override
    public JsonNode ask(ControlClient server) {
        try {
            return server.replace(database.path("snapshots", name), "application/zip", Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw RemoteFailure.refusal("there is no file " + file);
        } catch (IOException e) {
            throw RemoteFailure.refusal(file + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.line("snapshot " + name + " is made of " + file);
    }
}
