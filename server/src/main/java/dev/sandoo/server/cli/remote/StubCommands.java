package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sandoo stub load|list|remove|restart}. */
@Command(name = "stub", description = "load, list or remove a database's stubs")
final class StubCommands {
    private static final String STUBS = "stubs";

    private StubCommands() {}

    /** The command with its subcommands, for the table of commands. */
    static Object group() {
        return new StubCommands();
    }

    static List<RemoteCommand> subcommands() {
        return List.of(new Load(), new ListStubs(), new Remove(), new Restart());
    }

    /** {@code sandoo stub load}. */
    @Command(name = "load", description = "load files of stubs; a file takes the place of what came from it before")
    static final class Load implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Mixin
        private DocumentFiles files;

        @Override
        public JsonNode ask(ControlClient server) {
            return files.post(server, database.path(STUBS));
        }

        @Override
        public void show(JsonNode answer, Report report) {
            report.table(answer, "file", "models", "stubs");
        }
    }

    /** {@code sandoo stub list}. */
    @Command(name = "list", description = "list stubs in the order in which they are asked")
    static final class ListStubs implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Override
        public JsonNode ask(ControlClient server) {
            return server.get(database.path(STUBS));
        }

        @Override
        public void show(JsonNode answer, Report report) {
            report.table(answer.path("stubs"), "name", "answered", "document");
        }
    }

    /** {@code sandoo stub remove}. */
    @Command(name = "remove", description = "remove a stub, or all")
    static final class Remove implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Parameters(arity = "0..1", paramLabel = "NAME", description = "The stub (default: all).")
        private Optional<String> name;

        @Override
        public JsonNode ask(ControlClient server) {
            return server.delete(database.path(STUBS) + ControlClient.query(Map.of("name", name.orElse(""))));
        }

        @Override
        public void show(JsonNode answer, Report report) {
            report.line(name.map(text -> "stub " + text + " is removed").orElse("all stubs are removed"));
        }
    }

    /** {@code sandoo stub restart}. */
    @Command(name = "restart", description = "have stubs count from nothing and scenarios begin anew")
    static final class Restart implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Override
        public JsonNode ask(ControlClient server) {
            server.post(database.path(STUBS, "restart"), Map.of());
            return MissingNode.getInstance();
        }

        @Override
        public void show(JsonNode answer, Report report) {
            report.line("stubs and scenarios begin anew");
        }
    }
}
