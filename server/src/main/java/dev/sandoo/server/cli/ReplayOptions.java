package dev.sandoo.server.cli;

import dev.sandoo.server.scenario.Replay;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The flags of {@code sandoo replay}. */
final class ReplayOptions {
    private static final Flag URL = new Flag("--url", "URL", "http://127.0.0.1:8069", "Server to play against.");
    private static final Flag DB = new Flag("--db", "NAME", "demo", "Its database.");
    private static final Flag LOGIN =
            new Flag("--login", "LOGIN", "admin", "Who calls in the place of whoever begins the recording.");
    private static final Flag PASSWORD = new Flag("--password", "SECRET", "admin", "Their password or API key.");
    private static final String SECRET = "--secret";

    private final Options options;

    /** What was given. */
    record Parsed(Path file, Replay.Target target) {}

    ReplayOptions() {
        CommandSpec spec = CommandSpec.create().name("sandoo replay");
        spec.usageMessage()
                .description(
                        "Plays recorded calls against a server, Sandoo or Odoo, and shows the differences.",
                        "Ends with 0 when there are none. docs/SCENARIOS.md tells what may differ.%n");
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .paramLabel("FILE")
                .type(String.class)
                .description("What sandoo serve --record has written.")
                .build());
        Stream.of(URL, DB, LOGIN, PASSWORD).map(Flag::option).forEach(spec::addOption);
        spec.addOption(OptionSpec.builder(SECRET)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel("NAME=VALUE")
                .description("A secret that the recording names, such as s2; may be given several times.")
                .build());
        options = new Options("sandoo replay", spec);
    }

    String help() {
        return options.help();
    }

    /** Reads the arguments; what is wrong with them is added to the problems, and the answer then worthless. */
    Parsed parse(List<String> arguments, List<Problem> problems) {
        ParseResult result = options.parse(arguments, problems);
        return new Parsed(
                file(result, problems),
                new Replay.Target(
                        url(URL.value(result), problems),
                        DB.value(result),
                        LOGIN.value(result),
                        PASSWORD.value(result),
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
        problems.add(new Problem(URL.name(), "not an address", "write it as http://127.0.0.1:8069"));
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
}
