package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sandoo fault load|list|remove}. */
@Command(name = "fault", description = "load, list or remove a database's faults")
final class FaultCommands {
    private static final String FAULTS = "faults";

    private FaultCommands() {}

    /** The command with its subcommands, for the table of commands. */
    static Object group() {
        return new FaultCommands();
    }

    static List<RemoteCommand> subcommands() {
        return List.of(new Load(), new ListFaults(), new Remove());
    }

    /** {@code sandoo fault load}. */
    @Command(name = "load", description = "load files of faults; a file takes the place of what came from it before")
    static final class Load implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Mixin
        private DocumentFiles files;

        @Override
        public JsonNode ask(ControlClient server) {
            return files.post(server, database.path(FAULTS));
        }

        @Override
        public void show(JsonNode answer, Report report) {
            report.table(answer, "file", "faults");
        }
    }

    /** {@code sandoo fault list}. */
    @Command(name = "list", description = "list faults in the order in which they are asked, and how often they struck")
    static final class ListFaults implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Override
        public JsonNode ask(ControlClient server) {
            return server.get(database.path(FAULTS));
        }

        @Override
        public void show(JsonNode answer, Report report) {
            report.table(answer.path("faults"), "name", "calls", "struck", "document");
        }
    }

    /** {@code sandoo fault remove}. */
    @Command(name = "remove", description = "remove a fault, or all")
    static final class Remove implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Parameters(arity = "0..1", paramLabel = "NAME", description = "The fault (default: all).")
        private Optional<String> name;

        @Override
        public JsonNode ask(ControlClient server) {
            return server.delete(database.path(FAULTS) + ControlClient.query(Map.of("name", name.orElse(""))));
        }

        @Override
        public void show(JsonNode answer, Report report) {
            report.line(name.map(text -> "fault " + text + " is removed").orElse("all faults are removed"));
        }
    }
}
