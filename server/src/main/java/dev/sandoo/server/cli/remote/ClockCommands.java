package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sandoo clock show|set|freeze|advance|clear}. */
@Command(name = "clock", description = "show, set, freeze or advance a database's clock")
final class ClockCommands {
    private static final String CLOCK = "clock";

    private ClockCommands() {}

    /** The command with its subcommands, for the table of commands. */
    static Object group() {
        return new ClockCommands();
    }

    static List<RemoteCommand> subcommands() {
        return List.of(new Show(), new Set(), new Freeze(), new Advance(), new Clear());
    }

    private abstract static class OfClock implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        String path() {
            return database.path(CLOCK);
        }

        @Override
        public void show(JsonNode answer, Report report) {
            String pace = answer.path("frozen").asBoolean() ? " (frozen)" : " (set)";
            report.line(answer.path("now").asText() + (answer.path("real").asBoolean() ? "" : pace));
        }
    }

    /** {@code sandoo clock show}. */
    @Command(name = "show", description = "say what the clock shows")
    static final class Show extends OfClock {
        @Override
        public JsonNode ask(ControlClient server) {
            return server.get(path());
        }
    }

    /** {@code sandoo clock set}. */
    @Command(name = "set", description = "set the clock, which runs on from there")
    static final class Set extends OfClock {
        @Parameters(paramLabel = "TIME", description = "Such as 2026-01-31T12:00:00Z or \"2026-01-31 12:00:00\" (UTC).")
        private String time;

        @Option(names = "--frozen", description = "Let it stand still there.")
        private boolean frozen;

        @Override
        public JsonNode ask(ControlClient server) {
            return server.put(path(), Map.of("now", time, "frozen", frozen));
        }
    }

    /** {@code sandoo clock freeze}. */
    @Command(name = "freeze", description = "stop the clock")
    static final class Freeze extends OfClock {
        @Parameters(arity = "0..1", paramLabel = "TIME", description = "Where to stop it (default: what it shows).")
        private Optional<String> time;

        @Override
        public JsonNode ask(ControlClient server) {
            Map<String, Object> body = new LinkedHashMap<>();
            time.ifPresent(text -> body.put("now", text));
            body.put("frozen", true);
            return server.put(path(), body);
        }
    }

    /** {@code sandoo clock advance}. */
    @Command(name = "advance", description = "move the clock on, or back with a minus")
    static final class Advance extends OfClock {
        @Parameters(paramLabel = "LENGTH", description = "Such as 90m, 2h, 30d or PT2H.")
        private String length;

        @Override
        public JsonNode ask(ControlClient server) {
            return server.put(path(), Map.of("advance", length));
        }
    }

    /** {@code sandoo clock clear}. */
    @Command(name = "clear", description = "let the clock show the real time again")
    static final class Clear extends OfClock {
        @Override
        public JsonNode ask(ControlClient server) {
            return server.delete(path());
        }
    }
}
