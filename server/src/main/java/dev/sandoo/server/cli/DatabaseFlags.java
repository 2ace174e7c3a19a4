package dev.sandoo.server.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The flags of a command that works on a database, whether a server runs or not: which database, and what else the command
 * wants to know.
 */
final class DatabaseFlags {
    private static final List<Setting> SETTINGS = List.of(
            Setting.DB,
            Setting.ODOO_VERSION,
            Setting.DATA,
            Setting.DATABASE_URL,
            Setting.DATABASE_USER,
            Setting.DATABASE_PASSWORD,
            Setting.CONFIG);

    private final List<Flag> details;
    private final Options options;

    /**
     * What was given.
     *
     * @param settings where the database is
     * @param details what else
     */
    record Parsed(List<Given> settings, Map<Flag, String> details) {
        Optional<String> get(Flag detail) {
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
    DatabaseFlags(String command, String synopsis, List<String> description, List<Flag> details) {
        this.details = List.copyOf(details);
        CommandSpec spec = CommandSpec.create().name(synopsis);
        spec.usageMessage().description(String.join("%n", description) + "%n");
        details.forEach(detail -> spec.addOption(detail.option()));
        SETTINGS.forEach(setting -> spec.addOption(setting.option()));
        options = new Options(command, spec);
    }

    String help() {
        return options.help();
    }

    Parsed parse(List<String> arguments, List<Problem> problems) {
        ParseResult result = options.parse(arguments, problems);
        Map<Flag, String> given = new LinkedHashMap<>();
        details.stream()
                .filter(detail -> result.hasMatchedOption(detail.name()))
                .forEach(detail -> given.put(detail, detail.value(result)));
        return new Parsed(Given.byFlags(result, SETTINGS), given);
    }
}
