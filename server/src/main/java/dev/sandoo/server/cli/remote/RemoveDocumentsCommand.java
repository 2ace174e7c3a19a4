package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sandoo stub remove}, {@code sandoo fault remove}. */
@Command(name = "remove", description = "remove the one of a name, or all")
final class RemoveDocumentsCommand implements RemoteCommand {
    private final DocumentKind kind;

    @Mixin
    private DatabaseOption database;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one (default: all).")
    private Optional<String> name;

    RemoveDocumentsCommand(DocumentKind kind) {
        this.kind = kind;
    }

    @Override
    public JsonNode ask(ControlClient server) {
        return server.delete(database.path(kind.path()) + ControlClient.query(Map.of("name", name.orElse(""))));
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.line(name.map(text -> kind.word() + " " + text + " is removed")
                .orElseGet(() -> "all " + kind.path() + " are removed"));
    }
}
