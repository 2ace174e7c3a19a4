package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sandoo database create}. */
@Command(name = "create", description = "make a database")
final class CreateDatabaseCommand implements RemoteCommand {
    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name;

    @Option(names = "--from", paramLabel = "SNAPSHOT", description = "Make it as this snapshot is (default: fresh).")
    private Optional<String> from;

    @Override
    public JsonNode ask(ControlClient server) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("name", name));
        from.ifPresent(snapshot -> body.put("from", snapshot));
        return server.post("/databases", body);
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.line("database " + answer.path("name").asText() + " is made");
    }
}
