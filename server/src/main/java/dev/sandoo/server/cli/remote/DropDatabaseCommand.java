package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sandoo database drop}. */
@Command(name = "drop", description = "drop a database and its snapshots")
final class DropDatabaseCommand implements RemoteCommand {
    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name;

    @Override
    public JsonNode ask(ControlClient server) {
        return server.delete("/databases/" + ControlClient.segment(name));
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.line("database " + name + " is dropped");
    }
}
