package dev.sandoo.server.cli;

import dev.sandoo.server.scenario.Replay;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The flags of {@code sandoo replay}. */
final class ReplayOptions {
    private static final String SECRET = "--secret";

    private final CommandLine commandLine;

    private enum Flag {
        URL("--url", "URL", "http://127.0.0.1:8069", "Server to play against."),
        DB("--db", "NAME", "demo", "Its database."),
        LOGIN("--login", "LOGIN", "admin", "Who calls in the place of whoever begins the recording."),
        PASSWORD("--password", "SECRET", "admin", "Their password or API key.");

        private final String flag;
        private final String placeholder;
        private final String standard;
        private final String sentence;

        Flag(String flag, String placeholder, String standard, String sentence) {
            this.flag = flag;
            this.placeholder = placeholder;
            this.standard = standard;
            this.sentence = sentence;
        }
    }

    /** What was given. */
    record Parsed(Path file, Replay.Target target) {}

    ReplayOptions() {
        CommandSpec spec = CommandSpec.create().name("sandoo replay");
        spec.usageMessage()
                .description(
                        "Plays recorded calls against a server, Sandoo or Odoo, and shows the differences.",
                        "Ends with 0 when there are none. docs/SCENARIOS.md tells what may differ.%n")
                .sortOptions(false)
                .width(100);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .paramLabel("FILE")
                .type(String.class)
                .description("What sandoo serve --record has written.")
                .build());
        for (Flag flag : Flag.values()) {
            spec.addOption(OptionSpec.builder(flag.flag)
                    .type(String.class)
                    .arity("1")
                    .paramLabel(flag.placeholder)
                    .defaultValue(flag.standard)
                    .description(flag.sentence + " (default: " + flag.standard + ")")
                    .build());
        }
        spec.addOption(OptionSpec.builder(SECRET)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("NAME=VALUE")
                .description("A secret that the recording names, such as s2; may be given several times.")
                .build());
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        spec.parser().collectErrors(true);
        commandLine = new CommandLine(spec);
    }

    String help() {
        return commandLine.getUsageMessage(Ansi.OFF);
    }

    /** Reads the arguments; what is wrong with them is added to the problems, and the answer then worthless. */
    Parsed parse(List<String> arguments, List<Problem> problems) {
        ParseResult result = commandLine.parseArgs(arguments.toArray(String[]::new));
        List<String> flags = Arrays.stream(Flag.values()).map(flag -> flag.flag).toList();
        ParseProblems reader = new ParseProblems("sandoo replay", flags);
        result.errors().forEach(error -> reader.add(error, problems));
        return new Parsed(
                file(result, problems),
                new Replay.Target(
                        url(value(result, Flag.URL), problems),
                        value(result, Flag.DB),
                        value(result, Flag.LOGIN),
                        value(result, Flag.PASSWORD),
                        secrets(result, problems)));
    }

    private static Path file(ParseResult result, List<Problem> problems) {
        if (!result.hasMatchedPositional(0)) {
            if (problems.isEmpty()) {
                problems.add(new Problem("FILE", "missing", "name a recording of sandoo serve --record"));
            }
            return Path.of("");
        }
        try {
            return Path.of(result.matchedPositionalValue(0, ""));
        } catch (InvalidPathException error) {
            problems.add(new Problem("FILE", "not a path", "give the path of a recording"));
            return Path.of("");
        }
    }

    private static URI url(String text, List<Problem> problems) {
        if (text.matches("https?://[^\\s/]+.*")) {
            return URI.create(text);
        }
        problems.add(new Problem(Flag.URL.flag, "not an address", "write it as http://127.0.0.1:8069"));
        return URI.create("http://localhost");
    }

    private static Map<String, String> secrets(ParseResult result, List<Problem> problems) {
        Map<String, String> secrets = new LinkedHashMap<>();
        List<String> given = result.matchedOptionValue(SECRET, List.of());
        for (String pair : given) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                problems.add(new Problem(SECRET, "no name and value", "write it as --secret s2=VALUE"));
            } else {
                secrets.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return secrets;
    }

    private static String value(ParseResult result, Flag flag) {
        return result.matchedOptionValue(flag.flag, flag.standard);
    }
}
