package dev.sandoo.server.cli;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * A flag with a value, as {@code --help} shows it.
 *
 * @param placeholder the word that stands for the value
 * @param standard the default, which {@code --help} adds to the sentence; empty for none
 */
record Flag(String name, String placeholder, String standard, String sentence) {
    /** A flag whose sentence says all there is to say. */
    Flag(String name, String placeholder, String sentence) {
        this(name, placeholder, "", sentence);
    }

    OptionSpec option() {
        String description = standard.isEmpty() ? sentence : sentence + " (default: " + standard + ")";
        return OptionSpec.builder(name)
                .type(String.class)
                .arity("1")
                .paramLabel(placeholder)
                .description(description.replace("%", "%%"))
                .build();
    }

    /** What was given, or else the default. */
    String value(ParseResult result) {
        return result.matchedOptionValue(name, standard);
    }
}
