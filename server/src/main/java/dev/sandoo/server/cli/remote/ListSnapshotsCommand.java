package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sandoo snapshot list}. */
@Command(name = "list", description = "list the snapshots of a database")
final class ListSnapshotsCommand implements RemoteCommand {
    @Mixin
    private DatabaseOption database;

    @Override
    public JsonNode ask(ControlClient server) {
        return server.get(database.path("snapshots"));
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.table(answer.path("snapshots"), "name", "taken", "bytes");
    }
}
