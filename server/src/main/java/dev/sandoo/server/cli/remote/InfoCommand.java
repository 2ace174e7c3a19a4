package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;

/** {@code sandoo info}. */
@Command(name = "info", description = "say what a running server is, and which databases it has")
final class InfoCommand implements RemoteCommand {
    @Override
    public JsonNode ask(ControlClient server) {
        return server.get("/info");
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.members(answer);
    }
}
