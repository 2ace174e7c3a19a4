package dev.sandoo.server.cli;

import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.OdooRecorder;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flags of {@code sandoo record}. */
final class RecordOptions {
    private static final Flag TARGET = new Flag("--target", "URL", "The real Odoo that everything is passed on to.");
    private static final Flag PORT = new Flag("--port", "PORT", "8070", "Port to listen on; 0 takes any free one.");
    private static final Flag BIND = new Flag("--bind", "ADDRESS", "127.0.0.1", "Address to listen on.");
    private static final Flag OUTPUT =
            new Flag("--output", "DIR", "recorded", "Folder for scenario.jsonl, seeds.yaml and stubs.yaml.");
    private static final Flag ODOO_VERSION =
            new Flag("--odoo-version", "VERSION", EmulatorConfig.DEFAULT_VERSION, "The real Odoo's version.");

    private final Options options;

    RecordOptions() {
        CommandSpec spec = CommandSpec.create().name("sandoo record");
        spec.usageMessage()
                .description(
                        "Passes calls on to a real Odoo and writes down what it sees: a scenario to replay, the records that",
                        "were read as seeds, and answers that Sandoo cannot give by itself as stubs. docs/SCENARIOS.md.%n");
        Stream.of(TARGET, PORT, BIND, OUTPUT, ODOO_VERSION).map(Flag::option).forEach(spec::addOption);
        options = new Options("sandoo record", spec);
    }

    String help() {
        return options.help();
    }

    /** Reads the arguments; what is wrong with them is added to the problems, and the answer then worthless. */
    OdooRecorder.Settings parse(List<String> arguments, List<Problem> problems) {
        ParseResult result = options.parse(arguments, problems);
        return new OdooRecorder.Settings(
                target(result, problems),
                BIND.value(result),
                port(result, problems),
                output(result, problems),
                version(result, problems));
    }

    private static URI target(ParseResult result, List<Problem> problems) {
        String text = TARGET.value(result);
        if (text.matches("https?://[^\\s/]+/*")) {
            return URI.create(text);
        }
        problems.add(new Problem(
                TARGET.name(), text.isEmpty() ? "missing" : "not an address", "write it as https://odoo.example"));
        return URI.create("http://localhost");
    }

    private static int port(ParseResult result, List<Problem> problems) {
        String text = PORT.value(result);
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        problems.add(new Problem(PORT.name(), "not a port", "give a number between 0 and 65535, 0 for any free port"));
        return 0;
    }

    private static Path output(ParseResult result, List<Problem> problems) {
        try {
            return Path.of(OUTPUT.value(result));
        } catch (InvalidPathException error) {
            problems.add(new Problem(OUTPUT.name(), "not a path", "give the path of a folder"));
            return Path.of("");
        }
    }

    private static String version(ParseResult result, List<Problem> problems) {
        String text = ODOO_VERSION.value(result);
        if (!EmulatorConfig.odooVersions().contains(text)) {
            problems.add(new Problem(
                    ODOO_VERSION.name(),
                    "no such version",
                    "give " + String.join(" or ", EmulatorConfig.odooVersions())));
            return EmulatorConfig.DEFAULT_VERSION;
        }
        return text;
    }
}
