package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sandoo snapshot take}. */
@Command(name = "take", description = "keep a database as it is now")
final class TakeSnapshotCommand implements RemoteCommand {
    @Mixin
    private DatabaseOption database;

    @Parameters(paramLabel = "NAME", description = "A name of its own among all snapshots.")
    private String name;

    @Override
    public JsonNode ask(ControlClient server) {
        return server.post(database.path("snapshots"), Map.of("name", name));
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.line("snapshot " + name + " of database " + database.name() + " is taken");
    }
}
