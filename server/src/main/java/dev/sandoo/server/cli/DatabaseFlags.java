package dev.sandoo.server.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The flags of a command that works on a database, whether a server runs or not: which database, and what else the command
 * wants to know.
 *
 * @param <D> what else, an enum of flags
 */
final class DatabaseFlags<D extends Enum<D> & DatabaseFlags.Flag> {
    private static final List<Setting> SETTINGS = List.of(
            Setting.DB,
            Setting.ODOO_VERSION,
            Setting.DATA,
            Setting.DATABASE_URL,
            Setting.DATABASE_USER,
            Setting.DATABASE_PASSWORD,
            Setting.CONFIG);

    private final Class<D> type;
    private final Set<D> details;
    private final String command;
    private final CommandLine commandLine;

    /** A flag with a value, as {@code --help} shows it. */
    interface Flag {
        String flag();

        String placeholder();

        String sentence();
    }

    /**
     * What was given.
     *
     * @param settings where the database is
     */
    record Parsed<D>(List<Given> settings, Map<D, String> details) {
        Optional<String> get(D detail) {
            return Optional.ofNullable(details.get(detail));
        }
    }

    /**
     * The flags of one command.
     *
     * @param command as people type it, such as {@code sandoo audit export}
     * @param synopsis the same with its variants, for {@code --help}
     * @param details the flags that it has, in order
     */
    DatabaseFlags(String command, String synopsis, List<String> description, Class<D> type, Set<D> details) {
        this.type = type;
        this.details = details;
        this.command = command;
        CommandSpec spec = CommandSpec.create().name(synopsis);
        spec.usageMessage()
                .description(String.join("%n", description) + "%n")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(100);
        for (D detail : details) {
            spec.addOption(OptionSpec.builder(detail.flag())
                    .type(String.class)
                    .arity("1")
                    .paramLabel(detail.placeholder())
                    .description(detail.sentence())
                    .build());
        }
        SETTINGS.forEach(setting -> spec.addOption(ServeOptions.option(setting)));
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

    Parsed<D> parse(List<String> arguments, List<Problem> problems) {
        ParseResult result = commandLine.parseArgs(arguments.toArray(String[]::new));
        result.errors().forEach(error -> parseProblems().add(error, problems));
        List<Given> settings = new ArrayList<>();
        for (Setting setting : SETTINGS) {
            if (result.hasMatchedOption(setting.flag())) {
                settings.add(Given.byFlag(setting, result.matchedOptionValue(setting.flag(), "")));
            }
        }
        Map<D, String> given = new EnumMap<>(type);
        for (D detail : details) {
            if (result.hasMatchedOption(detail.flag())) {
                given.put(detail, result.matchedOptionValue(detail.flag(), ""));
            }
        }
        return new Parsed<>(settings, given);
    }

    private ParseProblems parseProblems() {
        Stream<String> flags = Stream.concat(
                details.stream().map(Flag::flag), SETTINGS.stream().map(Setting::flag));
        return new ParseProblems(command, flags.toList());
    }
}
