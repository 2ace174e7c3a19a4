package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

/** {@code sandoo database list}. */
@Command(name = "list", description = "list the databases")
final class ListDatabasesCommand implements RemoteCommand {
    @Override
    public JsonNode ask(ControlClient server) {
        return server.get("/databases");
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.table(answer.path("databases"), "name");
    }
}
