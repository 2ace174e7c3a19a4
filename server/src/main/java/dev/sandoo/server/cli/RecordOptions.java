package dev.sandoo.server.cli;

import dev.sandoo.server.EmulatorConfig;
import dev.sandoo.server.OdooRecorder;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags of {@code sandoo record}. */
final class RecordOptions {
    private final CommandLine commandLine;

    private enum Flag {
        TARGET("--target", "URL", "", "The real Odoo that everything is passed on to."),
        PORT("--port", "PORT", "8070", "Port to listen on; 0 takes any free one."),
        BIND("--bind", "ADDRESS", "127.0.0.1", "Address to listen on."),
        OUTPUT("--output", "DIR", "recorded", "Folder for scenario.jsonl, seeds.yaml and stubs.yaml."),
        ODOO_VERSION("--odoo-version", "VERSION", EmulatorConfig.DEFAULT_VERSION, "The real Odoo's version.");

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

    RecordOptions() {
        CommandSpec spec = CommandSpec.create().name("sandoo record");
        spec.usageMessage()
                .description(
                        "Passes calls on to a real Odoo and writes down what it sees: a scenario to replay, the records that",
                        "were read as seeds, and answers that Sandoo cannot give by itself as stubs. docs/SCENARIOS.md.%n")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(100);
        for (Flag flag : Flag.values()) {
            spec.addOption(OptionSpec.builder(flag.flag)
                    .type(String.class)
                    .arity("1")
                    .paramLabel(flag.placeholder)
                    .description(flag.sentence + (flag.standard.isEmpty() ? "" : " (default: " + flag.standard + ")"))
                    .build());
        }
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
    OdooRecorder.Settings parse(List<String> arguments, List<Problem> problems) {
        ParseResult result = commandLine.parseArgs(arguments.toArray(String[]::new));
        List<String> flags = Arrays.stream(Flag.values()).map(flag -> flag.flag).toList();
        ParseProblems reader = new ParseProblems("sandoo record", flags);
        result.errors().forEach(error -> reader.add(error, problems));
        return new OdooRecorder.Settings(
                target(result, problems),
                value(result, Flag.BIND),
                port(result, problems),
                output(result, problems),
                version(result, problems));
    }

    private static URI target(ParseResult result, List<Problem> problems) {
        String text = value(result, Flag.TARGET);
        if (text.matches("https?://[^\\s/]+/*")) {
            return URI.create(text);
        }
        problems.add(new Problem(
                Flag.TARGET.flag, text.isEmpty() ? "missing" : "not an address", "write it as https://odoo.example"));
        return URI.create("http://localhost");
    }

    private static int port(ParseResult result, List<Problem> problems) {
        String text = value(result, Flag.PORT);
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        problems.add(
                new Problem(Flag.PORT.flag, "not a port", "give a number between 0 and 65535, 0 for any free port"));
        return 0;
    }

    private static Path output(ParseResult result, List<Problem> problems) {
        try {
            return Path.of(value(result, Flag.OUTPUT));
        } catch (InvalidPathException error) {
            problems.add(new Problem(Flag.OUTPUT.flag, "not a path", "give the path of a folder"));
            return Path.of("");
        }
    }

    private static String version(ParseResult result, List<Problem> problems) {
        String text = value(result, Flag.ODOO_VERSION);
        if (!EmulatorConfig.odooVersions().contains(text)) {
            problems.add(new Problem(
                    Flag.ODOO_VERSION.flag,
                    "no such version",
                    "give " + String.join(" or ", EmulatorConfig.odooVersions())));
            return EmulatorConfig.DEFAULT_VERSION;
        }
        return text;
    }

    private static String value(ParseResult result, Flag flag) {
        return result.matchedOptionValue(flag.flag, flag.standard);
    }
}
