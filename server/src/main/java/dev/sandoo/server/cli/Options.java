package dev.sandoo.server.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of one command: what {@code --help} says of them, and what is wrong with those that are given. */
final class Options {
    private static final int WIDTH = 100;

    private final CommandLine commandLine;
    private final ParseProblems faults;

    /**
     * The options of a command.
     *
     * @param command as people type it
     * @param spec what it takes, to which {@code --help} is added
     */
    Options(String command, CommandSpec spec) {
        faults = new ParseProblems(
                command, spec.options().stream().map(OptionSpec::longestName).toList());
        spec.usageMessage().sortOptions(false).abbreviateSynopsis(true).width(WIDTH);
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
        spec.parser().collectErrors(true);
        commandLine = new CommandLine(spec);
    }

    /** Whether the arguments ask for help only. */
    static boolean askForHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    String help() {
        return commandLine.getUsageMessage(Ansi.OFF);
    }

    /** Reads the arguments; those that are wrong are added to the problems. */
    ParseResult parse(List<String> arguments, List<Problem> problems) {
        ParseResult result = commandLine.parseArgs(arguments.toArray(String[]::new));
        result.errors().forEach(error -> faults.add(error, problems));
        return result;
    }
}
