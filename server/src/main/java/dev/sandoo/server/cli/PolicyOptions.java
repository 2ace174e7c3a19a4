package dev.sandoo.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.KeyAdministration;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The flags of {@code sandoo policy explain}: which database, which key and what call. */
final class PolicyOptions {
    static final String EXPLAIN = "explain";

    private static final Flag KEY = new Flag("--key", "KEY", "The key, by its name or its number in sandoo key list.");
    private static final Flag MODEL = new Flag("--model", "MODEL", "The model that is called, such as crm.lead.");
    private static final Flag METHOD = new Flag("--method", "METHOD", "The method that is called, such as create.");
    private static final Flag VALUES =
            new Flag("--values", "JSON", "The values that it writes, as an object (default: none).");
    private static final Flag ADDRESS = new Flag("--address", "IP", "Where the call comes from (default: not judged).");
    private static final Flag PROTOCOL =
            new Flag("--protocol", "NAME", "What it comes over, such as json2 (default: not judged).");

    private final DatabaseFlags flags = new DatabaseFlags(
            "sandoo policy",
            "sandoo policy explain",
            List.of(
                    "Tells whether the policy of an API key lets a call pass, and by which line of its document.",
                    "Records, linked models and limits are judged only when a call is made."),
            List.of(KEY, MODEL, METHOD, VALUES, ADDRESS, PROTOCOL));

    /**
     * What was given, of which nothing is wrong.
     *
     * @param fields those that the call writes
     */
    record Parsed(DatabaseFlags.Parsed given, Collection<String> fields) {
        List<Given> settings() {
            return given.settings();
        }

        /** Tells whether the call would pass, and why. */
        boolean explain(KeyAdministration keys, PrintStream out) {
            KeyAdministration.Trial trial = new KeyAdministration.Trial(
                    given.get(MODEL).orElseThrow(),
                    given.get(METHOD).orElseThrow(),
                    fields,
                    given.get(ADDRESS),
                    given.get(PROTOCOL));
            return keys.explain(given.get(KEY).orElseThrow(), trial, out::println);
        }
    }

    String help() {
        return flags.help();
    }

    Parsed parse(List<String> arguments, List<Problem> problems) {
        DatabaseFlags.Parsed given = flags.parse(arguments, problems);
        for (Flag detail : List.of(KEY, MODEL, METHOD)) {
            if (given.get(detail).isEmpty()) {
                problems.add(new Problem(detail.name(), "missing", "sandoo policy explain needs it"));
            }
        }
        return new Parsed(given, fields(given, problems));
    }

    private static Collection<String> fields(DatabaseFlags.Parsed given, List<Problem> problems) {
        List<String> fields = new ArrayList<>();
        try {
            JsonNode values = new ObjectMapper().readTree(given.get(VALUES).orElse("{}"));
            if (!values.isObject()) {
                problems.add(new Problem(VALUES.name(), "not an object", "write it as {\"name\": \"x\"}"));
            }
            values.properties().forEach(entry -> fields.add(entry.getKey()));
        } catch (JsonProcessingException e) {
            problems.add(new Problem(VALUES.name(), "not JSON", "write it as {\"name\": \"x\"}"));
        }
        return fields;
    }
}
