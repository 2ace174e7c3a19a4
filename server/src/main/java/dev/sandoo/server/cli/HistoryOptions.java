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

/** The flags of the commands that look at the record of calls: which database, and which calls. */
final class HistoryOptions {
    private static final List<Setting> SETTINGS = List.of(
            Setting.DB,
            Setting.ODOO_VERSION,
            Setting.DATA,
            Setting.DATABASE_URL,
            Setting.DATABASE_USER,
            Setting.DATABASE_PASSWORD,
            Setting.CONFIG);

    private final String command;
    private final Set<Detail> details;
    private final CommandLine commandLine;

    /** What can be asked. */
    enum Detail {
        FORMAT("--format", "FORMAT", "jsonl or csv (default: jsonl)."),
        SINCE("--since", "WHEN", "Calls from then on: 30d or 12h ago, or 2027-01-31."),
        UNTIL("--until", "WHEN", "Calls before that: 30d or 12h ago, or 2027-01-31."),
        KEY("--key", "KEY", "Calls with this API key, by its number or name."),
        USER("--user", "USER", "Calls of this user, by number or login."),
        MODEL("--model", "MODEL", "Calls of this model."),
        OUTCOME("--outcome", "OUTCOME", "Calls that ended so: ok, refused or error."),
        OUTPUT("--output", "FILE", "Where to write (default: standard output).");

        private final String flag;
        private final String placeholder;
        private final String sentence;

        Detail(String flag, String placeholder, String sentence) {
            this.flag = flag;
            this.placeholder = placeholder;
            this.sentence = sentence;
        }

        String flag() {
            return flag;
        }
    }

    /**
     * What was given.
     *
     * @param settings where the database is
     */
    record Parsed(List<Given> settings, Map<Detail, String> details) {
        Optional<String> get(Detail detail) {
            return Optional.ofNullable(details.get(detail));
        }
    }

    /**
     * The flags of one command.
     *
     * @param command as people type it, such as {@code sandoo audit export}
     */
    HistoryOptions(String command, String description, Set<Detail> details) {
        this.command = command;
        this.details = details;
        CommandSpec spec = CommandSpec.create().name(command);
        spec.usageMessage()
                .description(description + "%n")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(100);
        for (Detail detail : Detail.values()) {
            if (details.contains(detail)) {
                spec.addOption(OptionSpec.builder(detail.flag)
                        .type(String.class)
                        .arity("1")
                        .paramLabel(detail.placeholder)
                        .description(detail.sentence)
                        .build());
            }
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

    Parsed parse(List<String> arguments, List<Problem> problems) {
        ParseResult result = commandLine.parseArgs(arguments.toArray(String[]::new));
        result.errors().forEach(error -> problems().add(error, problems));
        List<Given> settings = new ArrayList<>();
        for (Setting setting : SETTINGS) {
            if (result.hasMatchedOption(setting.flag())) {
                settings.add(Given.byFlag(setting, result.matchedOptionValue(setting.flag(), "")));
            }
        }
        Map<Detail, String> given = new EnumMap<>(Detail.class);
        for (Detail detail : details) {
            if (result.hasMatchedOption(detail.flag)) {
                given.put(detail, result.matchedOptionValue(detail.flag, ""));
            }
        }
        return new Parsed(settings, given);
    }

    private ParseProblems problems() {
        Stream<String> flags = Stream.concat(
                details.stream().map(Detail::flag), SETTINGS.stream().map(Setting::flag));
        return new ParseProblems(command, flags.toList());
    }
}
