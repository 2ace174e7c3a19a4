package dev.sandoo.server.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with the arguments of a command.
 *
 * @param command as the user calls it
 * @param flags those it takes
 */
record ParseProblems(String command, List<String> flags) {
    ParseProblems {
        flags = List.copyOf(flags);
    }

    /** Adds what the parser found. */
    void add(Exception error, List<Problem> problems) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            addUnknown(unmatched.getUnmatched(), problems);
        } else if (error instanceof OverwrittenOptionException twice) {
            problems.add(new Problem(name(twice.getOverwritten()), "given twice", "drop one of them"));
        } else if (error instanceof MissingParameterException missing) {
            missing.getMissing()
                    .forEach(option -> problems.add(
                            new Problem(name(option), "its value is missing", "see " + command + " --help")));
        } else {
            throw new AssertionError(error);
        }
    }

    /** What follows an unknown option was meant as its value, and is no second problem. */
    private void addUnknown(List<String> arguments, List<Problem> problems) {
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

    private Problem unknown(String argument) {
        String name = argument.replaceFirst("=.*", "");
        if (!name.startsWith("-")) {
            return new Problem(name, "unexpected argument", "options start with --, see " + command + " --help");
        }
        return new Problem(name, "unknown option", Suggestion.among(flags, name));
    }
}
