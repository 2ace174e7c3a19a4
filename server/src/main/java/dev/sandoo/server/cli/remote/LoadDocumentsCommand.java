package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sandoo stub load}, {@code sandoo fault load}. */
@Command(name = "load", description = "load files; a file takes the place of what came from it before")
final class LoadDocumentsCommand implements RemoteCommand {
    private final DocumentKind kind;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private DocumentFiles files;

    LoadDocumentsCommand(DocumentKind kind) {
        this.kind = kind;
    }

    @Override
    public JsonNode ask(ControlClient server) {
        return files.post(server, database.path(kind.path()));
    }

    @Override
    public void show(JsonNode answer, Report report) {
        report.table(answer, kind.loaded().toArray(String[]::new));
    }
}
