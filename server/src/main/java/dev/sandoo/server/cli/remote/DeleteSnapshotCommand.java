package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sandoo snapshot delete}. */
@Command(name = "delete", description = "delete a snapshot")
final class DeleteSnapshotCommand implements RemoteCommand {
    @Mixin
    private DatabaseOption database;

    @Parameters(paramLabel = "NAME", description = "The snapshot.")
    private String name;

    @Override
    public JsonNode ask(ControlClient server) {
        return server.delete(database.path("snapshots", name));
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.line("snapshot " + name + " is deleted");
    }
}
