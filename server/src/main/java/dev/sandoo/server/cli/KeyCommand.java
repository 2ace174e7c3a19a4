package dev.sandoo.server.cli;

import dev.sandoo.server.KeyAdministration;
import dev.sandoo.server.cli.DatabaseFlags.Parsed;
import java.io.PrintStream;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What {@code sandoo key} can do. A verb checks all that was said of the key before it touches a database. */
enum KeyCommand {
    CREATE(Set.of(KeyOptions.LOGIN, KeyOptions.NAME), Set.of(KeyOptions.SCOPE, KeyOptions.EXPIRES)) {
        @Override
        Work work(Parsed parsed, List<Problem> problems) {
            Optional<KeyAdministration.End> end = KeyTimes.expiration(parsed.get(KeyOptions.EXPIRES), problems);
            return (keys, out, err) -> {
                KeyAdministration.NewKey key = keys.create(
                        parsed.get(KeyOptions.LOGIN).orElseThrow(),
                        parsed.get(KeyOptions.NAME).orElseThrow(),
                        parsed.get(KeyOptions.SCOPE).filter(scope -> !scope.isEmpty()),
                        end);
                if (!key.isForRpc()) {
                    err.println("sandoo: no key policy has the name "
                            + parsed.get(KeyOptions.SCOPE).orElse("") + ": until one has, the key is refused over RPC");
                }
                show(key, out, err);
            };
        }
    },
    LIST(Set.of(), Set.of(KeyOptions.LOGIN)) {
        @Override
        Work work(Parsed parsed, List<Problem> problems) {
            return (keys, out, err) -> {
                out.printf(FORMAT, "ID", "LOGIN", "SCOPE", "STATE", "CREATED", "EXPIRES", "NAME");
                keys.list(parsed.get(KeyOptions.LOGIN))
                        .forEach(key -> out.printf(
                                FORMAT,
                                key.id(),
                                key.login(),
                                key.scope().orElse("-"),
                                key.state(),
                                TIME.format(key.created()),
                                key.expires().map(TIME::format).orElse("never"),
                                key.name()));
            };
        }
    },
    ROTATE(Set.of(KeyOptions.ID), Set.of(KeyOptions.OVERLAP)) {
        @Override
        Work work(Parsed parsed, List<Problem> problems) {
            int id = id(parsed, problems);
            Duration overlap =
                    KeyTimes.duration(parsed.get(KeyOptions.OVERLAP).orElse("24h"), KeyOptions.OVERLAP, problems);
            return (keys, out, err) -> show(keys.rotate(id, overlap), out, err);
        }
    },
    SUSPEND(Set.of(KeyOptions.ID), Set.of()) {
        @Override
        Work work(Parsed parsed, List<Problem> problems) {
            int id = id(parsed, problems);
            return (keys, out, err) -> {
                keys.suspend(id);
                err.println("sandoo: key " + id + " is suspended");
            };
        }
    },
    ACTIVATE(Set.of(KeyOptions.ID), Set.of(KeyOptions.FOR)) {
        @Override
        Work work(Parsed parsed, List<Problem> problems) {
            int id = id(parsed, problems);
            Optional<Duration> length =
                    parsed.get(KeyOptions.FOR).map(text -> KeyTimes.duration(text, KeyOptions.FOR, problems));
            return (keys, out, err) -> {
                keys.activate(id, length);
                err.println("sandoo: key " + id + " is active"
                        + parsed.get(KeyOptions.FOR).map(text -> " for " + text).orElse(""));
            };
        }
    },
    REVOKE(Set.of(KeyOptions.ID), Set.of()) {
        @Override
        Work work(Parsed parsed, List<Problem> problems) {
            int id = id(parsed, problems);
            return (keys, out, err) -> {
                keys.revoke(id);
                err.println("sandoo: key " + id + " is revoked for good");
            };
        }
    },
    DELETE(Set.of(KeyOptions.ID), Set.of()) {
        @Override
        Work work(Parsed parsed, List<Problem> problems) {
            int id = id(parsed, problems);
            return (keys, out, err) -> {
                keys.delete(id);
                err.println("sandoo: key " + id + " is deleted");
            };
        }
    };

    private static final String FORMAT = "%-6s %-24s %-16s %-9s %-19s %-19s %s%n";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Set<Flag> required;
    private final Set<Flag> optional;

    KeyCommand(Set<Flag> required, Set<Flag> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** What is left to do once the database is open. */
    @FunctionalInterface
    interface Work {
        void run(KeyAdministration keys, PrintStream out, PrintStream err);
    }

    /** Reads what was said of the key; what is wrong with it is added to the problems. */
    abstract Work work(Parsed parsed, List<Problem> problems);

    static Optional<KeyCommand> named(String verb) {
        return Arrays.stream(values())
                .filter(command -> command.verb().equals(verb))
                .findFirst();
    }

    static List<String> verbs() {
        return Arrays.stream(values()).map(KeyCommand::verb).toList();
    }

    String verb() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Adds what is missing, and what this verb has no use for. */
    void check(Parsed parsed, Consumer<Problem> problems) {
        for (Flag detail : KeyOptions.ALL) {
            boolean given = parsed.get(detail).isPresent();
            if (required.contains(detail)
                    && parsed.get(detail).filter(text -> !text.isBlank()).isEmpty()) {
                problems.accept(new Problem(detail.name(), "missing", "sandoo key " + verb() + " needs it"));
            } else if (given && !required.contains(detail) && !optional.contains(detail)) {
                problems.accept(new Problem(detail.name(), "of no use to sandoo key " + verb(), "drop it"));
            }
        }
    }

    private static int id(Parsed parsed, List<Problem> problems) {
        String text = parsed.get(KeyOptions.ID).orElse("0");
        if (text.matches("\\d{1,9}")) {
            return Integer.parseInt(text);
        }
        problems.add(new Problem(KeyOptions.ID.name(), "not a number", "see sandoo key list"));
        return 0;
    }

    private static void show(KeyAdministration.NewKey key, PrintStream out, PrintStream err) {
        err.println("sandoo: key " + key.id() + " is shown now and never again:");
        out.println(key.secret());
    }
}
