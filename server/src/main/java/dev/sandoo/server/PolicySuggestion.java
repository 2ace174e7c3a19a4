package dev.sandoo.server;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.audit.KeyHistory;
import dev.sandoo.server.audit.KeyHistory.FieldUse;
import dev.sandoo.server.audit.KeyHistory.MethodUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The least policy that lets a key do what it has done, as a document to look over and load. */
final class PolicySuggestion {
    /** Where records are written as a side effect that no policy need allow. */
    private static final String CHATTER = "mail.";

    private static final String CREATE = "create";
    private static final String WRITE = "write";
    private static final String UNLINK = "unlink";

    private final Schema schema;
    private final KeyHistory history;
    private final Map<String, Set<String>> methods = new TreeMap<>();
    private final Map<String, Set<String>> fields = new TreeMap<>();

    PolicySuggestion(Schema schema, KeyHistory history) {
        this.schema = schema;
        this.history = history;
        history.methods().stream()
                .filter(MethodUse::isAllowed)
                .filter(use ->
                        schema.models().containsKey(use.model()) || use.model().startsWith("x_"))
                .forEach(use -> of(methods, use.model()).add(use.method()));
        history.fields().forEach(this::add);
    }

    private static Set<String> of(Map<String, Set<String>> table, String model) {
        return table.computeIfAbsent(model, name -> new TreeSet<>());
    }

    /** A field of another model was written through a field of the one that was called. */
    private void add(FieldUse use) {
        if (use.model().equals(use.calledModel())) {
            of(fields, use.model()).add(use.field());
        } else if (!use.model().startsWith(CHATTER) && methods.containsKey(use.calledModel())) {
            of(fields, use.model()).add(use.field());
            of(methods, use.model()).addAll(List.of(CREATE, WRITE));
            of(fields, use.calledModel()).addAll(leadingTo(use.calledModel(), use.model()));
        }
    }

    private Set<String> leadingTo(String from, String to) {
        ModelDef model = schema.models().get(from);
        return model == null
                ? Set.of()
                : model.fields().values().stream()
                        .filter(field ->
                                field.type() == FieldType.ONE2MANY && field.stored() && to.equals(field.comodel()))
                        .map(FieldDef::name)
                        .collect(Collectors.toSet());
    }

    /** The document in YAML; what it does not hold, comments tell. */
    String yaml(String key) {
        List<String> lines = new ArrayList<>();
        lines.add("# Drafted from what the key " + oneLine(key)
                + " has called. Fields are those whose values it has written;");
        lines.add("# a field that it always wrote as it was is not among them. Look it over before you load it.");
        lines.add("name: " + name(key));
        models(lines);
        if (!history.protocols().isEmpty()) {
            lines.add("protocols: " + list(history.protocols()));
        }
        lines.add("# addresses: " + list(history.addresses()));
        lines.add("# It called in these hours of the day (UTC): " + String.join(", ", history.hours()));
        lines.add("# hours: {timezone: UTC, from: \"" + first(history.hours()) + ":00\", to: \"" + last(history.hours())
                + ":59\"}");
        history.methods().stream()
                .filter(use -> !use.isAllowed())
                .forEach(use -> lines.add("# refused, and left out: " + oneLine(use.model() + "." + use.method()) + ", "
                        + use.calls() + " times"));
        return String.join("\n", lines) + "\n";
    }

    private void models(List<String> lines) {
        if (methods.isEmpty()) {
            lines.add("models: {}");
            return;
        }
        lines.add("models:");
        methods.forEach((model, names) -> {
            lines.add("  " + model + ":");
            lines.add("    methods: " + list(names));
            Set<String> written = fields.getOrDefault(model, Set.of());
            if (!written.isEmpty() && names.stream().anyMatch(PolicySuggestion::writes)) {
                lines.add("    fields: " + list(written));
            }
        });
    }

    private static boolean writes(String method) {
        return !method.equals(UNLINK);
    }

    private static String list(Iterable<String> values) {
        List<String> quoted = new ArrayList<>();
        values.forEach(value -> quoted.add(quoted(value)));
        return "[" + String.join(", ", quoted) + "]";
    }

    /** Some words mean something else to YAML. */
    private static String quoted(String value) {
        boolean plain = value.matches("[a-z_][a-z0-9_.]*") && !value.matches("y|n|yes|no|on|off|true|false|null");
        return plain ? value : '"' + oneLine(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String name(String key) {
        String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return name.isEmpty() || name.equals("rpc") ? "key" : name.matches("[a-z].*") ? name : "key-" + name;
    }

    private static String first(List<String> hours) {
        return hours.isEmpty() ? "00" : hours.get(0);
    }

    private static String last(List<String> hours) {
        return hours.isEmpty() ? "23" : hours.get(hours.size() - 1);
    }
}
