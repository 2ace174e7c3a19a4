package dev.sandoo.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.KeyAdministration;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
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

/** The flags of {@code sandoo policy explain}: which database, which key and what call. */
final class PolicyOptions {
    static final String EXPLAIN = "explain";

    private static final List<Setting> SETTINGS = List.of(
            Setting.DB,
            Setting.ODOO_VERSION,
            Setting.DATA,
            Setting.DATABASE_URL,
            Setting.DATABASE_USER,
            Setting.DATABASE_PASSWORD,
            Setting.CONFIG);

    private final CommandLine commandLine;

    /** What can be said of a call. */
    enum Detail {
        KEY("--key", "KEY", "The key, by its name or its number in sandoo key list."),
        MODEL("--model", "MODEL", "The model that is called, such as crm.lead."),
        METHOD("--method", "METHOD", "The method that is called, such as create."),
        VALUES("--values", "JSON", "The values that it writes, as an object (default: none)."),
        ADDRESS("--address", "IP", "Where the call comes from (default: not judged)."),
        PROTOCOL("--protocol", "NAME", "What it comes over, such as json2 (default: not judged).");

        private final String flag;
        private final String placeholder;
        private final String sentence;

        Detail(String flag, String placeholder, String sentence) {
            this.flag = flag;
            this.placeholder = placeholder;
            this.sentence = sentence;
        }
    }

    /**
     * What was given, of which nothing is wrong.
     *
     * @param settings where the database is
     */
    record Parsed(List<Given> settings, Map<Detail, String> details, Collection<String> fields) {
        /** Tells whether the call would pass, and why. */
        boolean explain(KeyAdministration keys, PrintStream out) {
            KeyAdministration.Trial trial = new KeyAdministration.Trial(
                    details.get(Detail.MODEL),
                    details.get(Detail.METHOD),
                    fields,
                    Optional.ofNullable(details.get(Detail.ADDRESS)),
                    Optional.ofNullable(details.get(Detail.PROTOCOL)));
            return keys.explain(details.get(Detail.KEY), trial, out::println);
        }
    }

    PolicyOptions() {
        CommandSpec spec = CommandSpec.create().name("sandoo policy explain");
        spec.usageMessage()
                .description(
                        "Tells whether the policy of an API key lets a call pass, and by which line of its document.",
                        "Records, linked models and limits are judged only when a call is made.%n")
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
        for (Detail detail : List.of(Detail.KEY, Detail.MODEL, Detail.METHOD)) {
            if (!details.containsKey(detail)) {
                problems.add(new Problem(detail.flag, "missing", "sandoo policy explain needs it"));
            }
        }
        return new Parsed(settings, details, fields(details, problems));
    }

    private static Collection<String> fields(Map<Detail, String> details, List<Problem> problems) {
        List<String> fields = new ArrayList<>();
        try {
            JsonNode values = new ObjectMapper().readTree(details.getOrDefault(Detail.VALUES, "{}"));
            if (!values.isObject()) {
                problems.add(new Problem(Detail.VALUES.flag, "not an object", "write it as {\"name\": \"x\"}"));
            }
            values.properties().forEach(entry -> fields.add(entry.getKey()));
        } catch (JsonProcessingException e) {
            problems.add(new Problem(Detail.VALUES.flag, "not JSON", "write it as {\"name\": \"x\"}"));
        }
        return fields;
    }

    private static ParseProblems problems() {
        Stream<String> flags = Stream.concat(
                Stream.of(Detail.values()).map(detail -> detail.flag),
                SETTINGS.stream().map(Setting::flag));
        return new ParseProblems("sandoo policy", flags.toList());
    }
}
