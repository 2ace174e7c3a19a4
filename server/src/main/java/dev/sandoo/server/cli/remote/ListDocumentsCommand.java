package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sandoo stub list}, {@code sandoo fault list}. */
@Command(name = "list", description = "list them in the order in which they are asked, with how often they were")
final class ListDocumentsCommand implements RemoteCommand {
    private final DocumentKind kind;

    @Mixin
    private DatabaseOption database;

    ListDocumentsCommand(DocumentKind kind) {
        this.kind = kind;
    }

    @Override
    public JsonNode ask(ControlClient server) {
        return server.get(database.path(kind.path()));
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.table(answer.path(kind.path()), kind.listed().toArray(String[]::new));
    }
}
