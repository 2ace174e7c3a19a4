package dev.sandoo.server.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The flags of {@code sandoo serve}, made from the table of settings. */
final class ServeOptions {
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
            addProblems(error, problems);
        }
        List<Given> given = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            if (result.hasMatchedOption(setting.flag())) {
                given.add(Given.byFlag(setting, result.matchedOptionValue(setting.flag(), "")));
            }
        }
        return given;
    }

    private static OptionSpec option(Setting setting) {
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

    private void addProblems(Exception error, List<Problem> problems) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            addUnknown(unmatched.getUnmatched(), problems);
        } else if (error instanceof OverwrittenOptionException twice) {
            problems.add(new Problem(name(twice.getOverwritten()), "given twice", "drop one of them"));
        } else if (error instanceof MissingParameterException missing) {
            missing.getMissing()
                    .forEach(option ->
                            problems.add(new Problem(name(option), "its value is missing", "see sandoo serve --help")));
        } else {
            throw new AssertionError(error);
        }
    }

    /** What follows an unknown option was meant as its value, and is no second problem. */
    private static void addUnknown(List<String> arguments, List<Problem> problems) {
        boolean valueMayFollow = false;
        for (String argument : arguments) {
            boolean isOption = argument.startsWith("-");
            if (isOption || !valueMayFollow) {
                problems.add(unknown(argument));
            }
            valueMayFollow = isOption && !argument.contains("=");
        }
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Problem unknown(String argument) {
        String name = argument.replaceFirst("=.*", "");
        if (!name.startsWith("-")) {
            return new Problem(name, "unexpected argument", "options start with --, see sandoo serve --help");
        }
        List<String> flags = Arrays.stream(Setting.values()).map(Setting::flag).toList();
        return new Problem(name, "unknown option", Suggestion.among(flags, name));
    }
}
