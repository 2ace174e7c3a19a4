package dev.sandoo.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.KeyAdministration;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/** The flags of {@code sandoo policy explain}: which database, which key and what call. */
final class PolicyOptions {
    static final String EXPLAIN = "explain";

    private final DatabaseFlags<Detail> flags = new DatabaseFlags<>(
            "sandoo policy",
            "sandoo policy explain",
            List.of(
                    "Tells whether the policy of an API key lets a call pass, and by which line of its document.",
                    "Records, linked models and limits are judged only when a call is made."),
            Detail.class,
            EnumSet.allOf(Detail.class));

    /** What can be said of a call. */
    enum Detail implements DatabaseFlags.Flag {
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

        @Override
        public String flag() {
            return flag;
        }

        @Override
        public String placeholder() {
            return placeholder;
        }

        @Override
        public String sentence() {
            return sentence;
        }
    }

    /**
     * What was given, of which nothing is wrong.
     *
     * @param fields those that the call writes
     */
    record Parsed(DatabaseFlags.Parsed<Detail> given, Collection<String> fields) {
        List<Given> settings() {
            return given.settings();
        }

        /** Tells whether the call would pass, and why. */
        boolean explain(KeyAdministration keys, PrintStream out) {
            KeyAdministration.Trial trial = new KeyAdministration.Trial(
                    given.get(Detail.MODEL).orElseThrow(),
                    given.get(Detail.METHOD).orElseThrow(),
                    fields,
                    given.get(Detail.ADDRESS),
                    given.get(Detail.PROTOCOL));
            return keys.explain(given.get(Detail.KEY).orElseThrow(), trial, out::println);
        }
    }

    String help() {
        return flags.help();
    }

    Parsed parse(List<String> arguments, List<Problem> problems) {
        DatabaseFlags.Parsed<Detail> given = flags.parse(arguments, problems);
        for (Detail detail : List.of(Detail.KEY, Detail.MODEL, Detail.METHOD)) {
            if (given.get(detail).isEmpty()) {
                problems.add(new Problem(detail.flag, "missing", "sandoo policy explain needs it"));
            }
        }
        return new Parsed(given, fields(given, problems));
    }

    private static Collection<String> fields(DatabaseFlags.Parsed<Detail> given, List<Problem> problems) {
        List<String> fields = new ArrayList<>();
        try {
            JsonNode values =
                    new ObjectMapper().readTree(given.get(Detail.VALUES).orElse("{}"));
            if (!values.isObject()) {
                problems.add(new Problem(Detail.VALUES.flag, "not an object", "write it as {\"name\": \"x\"}"));
            }
            values.properties().forEach(entry -> fields.add(entry.getKey()));
        } catch (JsonProcessingException e) {
            problems.add(new Problem(Detail.VALUES.flag, "not JSON", "write it as {\"name\": \"x\"}"));
        }
        return fields;
    }
}
