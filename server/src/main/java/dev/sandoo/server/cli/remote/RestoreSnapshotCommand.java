package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sandoo snapshot restore}. */
@Command(name = "restore", description = "put a database back to a snapshot")
final class RestoreSnapshotCommand implements RemoteCommand {
    @Mixin
    private DatabaseOption database;

    @Parameters(paramLabel = "NAME", description = "The snapshot, of this database or another.")
    private String name;

    @Override
    public JsonNode ask(ControlClient server) {
        return server.post(database.path("snapshots", name, "restore"), Map.of());
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.line("database " + database.name() + " is put back to " + name + ", in "
                + answer.path("milliseconds").asText() + " ms");
    }
}
