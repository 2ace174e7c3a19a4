package dev.sandoo.server.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The flags of {@code sandoo serve}, made from the table of settings. */
final class ServeOptions {
    private static final List<Setting> SETTINGS = List.of(Setting.values());

    private final Options options;

    ServeOptions() {
        CommandSpec spec = CommandSpec.create().name("sandoo serve");
        spec.usageMessage()
                .description("Runs Sandoo until Ctrl-C stops it.%n")
                .footer("%nA flag beats its environment variable, which beats the file.");
        SETTINGS.forEach(setting -> spec.addOption(setting.option()));
        options = new Options("sandoo serve", spec);
    }

    String help() {
        return options.help();
    }

    /** The settings given by flags; flags that are wrong are added to the problems. */
    List<Given> parse(List<String> arguments, List<Problem> problems) {
        return Given.byFlags(options.parse(arguments, problems), SETTINGS);
    }
}
