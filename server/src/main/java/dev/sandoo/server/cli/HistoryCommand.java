package dev.sandoo.server.cli;

import dev.sandoo.server.AuditAdministration;
import dev.sandoo.server.cli.DatabaseFlags.Parsed;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The commands that look at the record of calls. Each checks all it was told before it touches a database. */
enum HistoryCommand {
    /** {@code sandoo audit export}. */
    EXPORT(
            "audit",
            "export",
            "Writes out who called what, oldest first, also beside a running server.",
            HistoryOptions.ALL) {
        @Override
        Work work(Parsed parsed, List<Problem> problems) {
            return new AuditExport(parsed, problems);
        }
    },
    /** {@code sandoo policy suggest}. */
    SUGGEST(
            "policy",
            "suggest",
            "Drafts the least key policy that lets a key do what it has done.",
            List.of(HistoryOptions.SINCE, HistoryOptions.KEY)) {
        @Override
        Work work(Parsed parsed, List<Problem> problems) {
            Optional<String> key = parsed.get(HistoryOptions.KEY).filter(text -> !text.isBlank());
            if (key.isEmpty()) {
                problems.add(new Problem(HistoryOptions.KEY.name(), "missing", "name the key, by its number or name"));
            }
            CallTimes since = CallTimes.of(parsed, HistoryOptions.SINCE, problems);
            return (audit, out, err) -> out.print(audit.suggest(key.orElseThrow(), since.moment()));
        }
    };

    private final String group;
    private final String verb;
    private final DatabaseFlags options;

    HistoryCommand(String group, String verb, String description, List<Flag> details) {
        this.group = group;
        this.verb = verb;
        this.options = HistoryOptions.flags("sandoo " + group + " " + verb, description, details);
    }

    /** What is left to do once the database is open. */
    @FunctionalInterface
    interface Work {
        void run(AuditAdministration audit, PrintStream out, PrintStream err) throws IOException;
    }

    abstract Work work(Parsed parsed, List<Problem> problems);

    DatabaseFlags options() {
        return options;
    }

    /** The command of a group and verb, such as {@code audit} and {@code export}. */
    static Optional<HistoryCommand> named(String group, String verb) {
        return Arrays.stream(values())
                .filter(command -> command.group.equals(group) && command.verb.equals(verb))
                .findFirst();
    }

    static List<String> verbs(String group) {
        return Arrays.stream(values())
                .filter(command -> command.group.equals(group))
                .map(command -> command.verb)
                .toList();
    }
}
