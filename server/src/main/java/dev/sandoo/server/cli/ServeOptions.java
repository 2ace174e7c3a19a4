package dev.sandoo.server.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags of {@code sandoo serve}, made from the table of settings. */
final class ServeOptions {
    private static final ParseProblems PROBLEMS = new ParseProblems(
            "sandoo serve", Arrays.stream(Setting.values()).map(Setting::flag).toList());

    private final CommandLine commandLine;

    ServeOptions() {
        CommandSpec spec = CommandSpec.create().name("sandoo serve");
        spec.usageMessage()
                .description("Runs Sandoo until Ctrl-C stops it.%n")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(100)
                .footer("%nA flag beats its environment variable, which beats the file.");
        for (Setting setting : Setting.values()) {
            spec.addOption(option(setting));
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

    /** Whether the arguments ask for help only. */
    static boolean asksForHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    /** The settings given by flags; flags that are wrong are added to the problems. */
    List<Given> parse(List<String> arguments, List<Problem> problems) {
        ParseResult result = commandLine.parseArgs(arguments.toArray(String[]::new));
        for (Exception error : result.errors()) {
            PROBLEMS.add(error, problems);
        }
        List<Given> given = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            if (result.hasMatchedOption(setting.flag())) {
                given.add(Given.byFlag(setting, result.matchedOptionValue(setting.flag(), "")));
            }
        }
        return given;
    }

    static OptionSpec option(Setting setting) {
        String description = "%s%n(default: %s; environment: %s)"
                .formatted(setting.sentence(), setting.defaultText(), setting.variable());
        OptionSpec.Builder builder =
                OptionSpec.builder(setting.flag()).type(String.class).description(description.replace("%", "%%"));
        return setting.isSwitch()
                ? builder.arity("0..1")
                        .fallbackValue("true")
                        .hideParamSyntax(true)
                        .paramLabel("")
                        .build()
                : builder.arity("1").paramLabel(setting.placeholder()).build();
    }
}
