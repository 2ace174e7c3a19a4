package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sandoo stub restart}. */
@Command(name = "restart", description = "have stubs count from nothing and scenarios begin anew")
final class RestartStubsCommand implements RemoteCommand {
    @Mixin
    private DatabaseOption database;

    @Override
    public JsonNode ask(ControlClient server) {
        server.post(database.path("stubs", "restart"), Map.of());
        return MissingNode.getInstance();
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.line("stubs and scenarios begin anew");
    }
}
