package dev.sandoo.server.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags of {@code sandoo key}: which database, and what of which key. */
final class KeyOptions {
    private static final List<Setting> SETTINGS = List.of(
            Setting.DB,
            Setting.ODOO_VERSION,
            Setting.DATA,
            Setting.DATABASE_URL,
            Setting.DATABASE_USER,
            Setting.DATABASE_PASSWORD,
            Setting.CONFIG);

    private final CommandLine commandLine;

    /** What can be said of a key. */
    enum Detail {
        LOGIN("--login", "LOGIN", "create, list: the user whose key it is."),
        NAME("--name", "TEXT", "create: what the key is for."),
        SCOPE("--scope", "SCOPE", "create: rpc, or the name of a key policy (default: everything the user may)."),
        EXPIRES("--expires", "WHEN", "create: 30d, 12h, 2027-01-31 or never (default: never)."),
        ID("--id", "ID", "rotate, delete, suspend, activate, revoke: the key, by its number in the list."),
        FOR("--for", "TIME", "activate: how long, such as 90m or 1h; then it is suspended again (default: for good)."),
        OVERLAP("--overlap", "TIME", "rotate: how long the old key works on, such as 24h or 7d (default: 24h).");

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

    KeyOptions() {
        CommandSpec spec = CommandSpec.create().name("sandoo key create|list|rotate|suspend|activate|revoke|delete");
        spec.usageMessage()
                .description(
                        "Makes, lists, replaces, suspends and deletes API keys, also beside a running server.",
                        "A new key is the only line on standard output, and shown only once.%n")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .width(100);
        for (Detail detail : Detail.values()) {
            spec.addOption(OptionSpec.builder(detail.flag)
                    .type(String.class)
                    .arity("1")
                    .paramLabel(detail.placeholder)
                    .description(detail.sentence)
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

    Parsed parse(List<String> arguments, List<Problem> problems) {
        ParseResult result = commandLine.parseArgs(arguments.toArray(String[]::new));
        result.errors().forEach(error -> problems().add(error, problems));
        List<Given> settings = new ArrayList<>();
        for (Setting setting : SETTINGS) {
            if (result.hasMatchedOption(setting.flag())) {
                settings.add(Given.byFlag(setting, result.matchedOptionValue(setting.flag(), "")));
            }
        }
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        for (Detail detail : Detail.values()) {
            if (result.hasMatchedOption(detail.flag)) {
                details.put(detail, result.matchedOptionValue(detail.flag, ""));
            }
        }
        return new Parsed(settings, details);
    }

    private static ParseProblems problems() {
        Stream<String> flags = Stream.concat(
                Arrays.stream(Detail.values()).map(Detail::flag),
                SETTINGS.stream().map(Setting::flag));
        return new ParseProblems("sandoo key", flags.toList());
    }
}
