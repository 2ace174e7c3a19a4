package dev.sandoo.server.cli.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sandoo journal list|follow|verify|clear}. */
@Command(name = "journal", description = "show, follow, verify or forget the calls that clients made")
final class JournalCommands {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalCommands() {}

    /** The command with its subcommands, for the table of commands. */
    static Object group() {
        return new JournalCommands();
    }

    static List<RemoteCommand> subcommands() {
        return List.of(new ListCalls(), new Follow(), new Verify(), new Clear());
    }

    /** Which calls are meant. */
    static final class Filter {
        @Option(names = "--model", paramLabel = "MODEL", description = "A model, or a pattern with * in it.")
        private Optional<String> model;

        @Option(names = "--method", paramLabel = "METHOD", description = "A method, or a pattern with * in it.")
        private Optional<String> method;

        @Option(
                names = "--outcome",
                paramLabel = "WORD",
                description = "ok, error, or a kind of failure such as access.")
        private Optional<String> outcome;

        @Option(names = "--user", paramLabel = "LOGIN", description = "Who called.")
        private Optional<String> user;

        @Option(names = "--key", paramLabel = "NAME", description = "The API key they called with.")
        private Optional<String> key;

        @Option(names = "--since", paramLabel = "NUMBER", description = "Only calls after that one.")
        private Optional<Integer> since;

        @Option(
                names = "--where",
                paramLabel = "PLACE=VALUE",
                description =
                        "What a place in the call holds, such as values.name=Ada; a value in braces is a comparison:"
                                + " values.email={\"set\": true}. May be given several times.")
        private Map<String, String> where = Map.of();

        Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            model.ifPresent(text -> members.put("model", text));
            method.ifPresent(text -> members.put("method", text));
            outcome.ifPresent(text -> members.put("outcome", text));
            user.ifPresent(text -> members.put("user", text));
            key.ifPresent(text -> members.put("key", text));
            since.ifPresent(number -> members.put("since", number));
            if (!where.isEmpty()) {
                Map<String, Object> places = new LinkedHashMap<>();
                where.forEach((place, text) -> places.put(place, value(text)));
                members.put("where", places);
            }
            return members;
        }

        Map<String, String> query() {
            Map<String, String> query = new LinkedHashMap<>();
            members()
                    .forEach((name, value) -> query.put(
                            name, value instanceof Map ? JSON.valueToTree(value).toString() : String.valueOf(value)));
            return query;
        }

        /** What reads as JSON is meant so; anything else is a text. */
        private static Object value(String text) {
            try {
                return JSON.readValue(text, Object.class);
            } catch (JsonProcessingException plain) {
                return text;
            }
        }
    }

    private static void table(JsonNode answer, Report report) {
        report.table(answer.path("calls"), "number", "at", "login", "model", "method", "milliseconds", "outcome");
        if (answer.path("dropped").asLong() > 0) {
            report.line(answer.path("dropped").asLong() + " older calls had to make room");
        }
    }

    /** {@code sandoo journal list}. */
    @Command(name = "list", description = "show the latest calls; --json shows arguments and answers too")
    static final class ListCalls implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Mixin
        private Filter filter;

        @Option(names = "--limit", paramLabel = "NUMBER", description = "At most so many (default: 200).")
        private Optional<Integer> limit;

        @Override
        public JsonNode ask(ControlClient server) {
            Map<String, String> query = filter.query();
            limit.ifPresent(number -> query.put("limit", String.valueOf(number)));
            return server.get(database.path("calls"), query);
        }

        @Override
        public void show(JsonNode answer, Report report) {
            table(answer, report);
        }
    }

    /** {@code sandoo journal follow}. */
    @Command(name = "follow", description = "show calls as they come, until Ctrl-C or until enough have come")
    static final class Follow implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Mixin
        private Filter filter;

        @Option(names = "--count", paramLabel = "NUMBER", description = "End after so many calls.")
        private Optional<Integer> count;

        private int seen;
        private Optional<Long> last = Optional.empty();

        @Override
        public JsonNode ask(ControlClient server) {
            Map<String, String> query = filter.query();
            last.ifPresent(number -> query.put("since", String.valueOf(number)));
            query.put("wait", "PT20S");
            JsonNode answer = server.get(database.path("calls"), query);
            last = Optional.of(answer.path("last").asLong());
            seen += answer.path("calls").size();
            return answer;
        }

        @Override
        public boolean goesOn() {
            return count.filter(most -> seen >= most).isEmpty();
        }

        @Override
        public void show(JsonNode answer, Report report) {
            for (JsonNode call : answer.path("calls")) {
                report.line("#%s %s %s %s.%s %s ms %s"
                        .formatted(
                                call.path("number").asText(),
                                call.path("at").asText(),
                                call.path("login").asText("-"),
                                call.path("model").asText(),
                                call.path("method").asText(),
                                call.path("milliseconds").asText(),
                                call.path("outcome").asText()));
            }
        }
    }

    /** {@code sandoo journal verify}. */
    @Command(name = "verify", description = "check that there were as many calls of a kind as there should be")
    static final class Verify implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Mixin
        private Filter filter;

        @Option(names = "--exactly", paramLabel = "NUMBER", description = "So many calls.")
        private Optional<Integer> exactly;

        @Option(names = "--at-least", paramLabel = "NUMBER", description = "So many calls or more (default: 1).")
        private Optional<Integer> atLeast;

        @Option(names = "--at-most", paramLabel = "NUMBER", description = "So many calls or fewer.")
        private Optional<Integer> atMost;

        @Option(names = "--never", description = "No call.")
        private boolean never;

        @Override
        public JsonNode ask(ControlClient server) {
            Map<String, Object> body = filter.members();
            exactly.ifPresent(number -> body.put("exactly", number));
            atLeast.ifPresent(number -> body.put("at_least", number));
            atMost.ifPresent(number -> body.put("at_most", number));
            if (never) {
                body.put("never", true);
            }
            return server.post(database.path("calls", "verify"), body);
        }

        @Override
        public void show(JsonNode answer, Report report) {
            report.line("verified: " + answer.path("count").asInt() + " calls");
        }
    }

    /** {@code sandoo journal clear}. */
    @Command(name = "clear", description = "forget the calls")
    static final class Clear implements RemoteCommand {
        @Mixin
        private DatabaseOption database;

        @Override
        public JsonNode ask(ControlClient server) {
            return server.delete(database.path("calls"));
        }

        @Override
        public void show(JsonNode answer, Report report) {
            report.line("forgotten");
        }
    }
}
