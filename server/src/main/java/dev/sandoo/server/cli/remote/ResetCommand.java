package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sandoo reset}. */
@Command(name = "reset", description = "put a database back to a snapshot, or to what it was made from")
final class ResetCommand implements RemoteCommand {
    @Mixin
    private DatabaseOption database;

    @Option(names = "--snapshot", paramLabel = "NAME", description = "Where to (default: what it was made from).")
    private Optional<String> snapshot;

    @Override
    public JsonNode ask(ControlClient server) {
        return server.post(
                database.path("reset"),
                snapshot.map(name -> Map.of("snapshot", name)).orElse(Map.of()));
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.line("database " + database.name() + " is put back, in "
                + answer.path("milliseconds").asText() + " ms");
    }
}
