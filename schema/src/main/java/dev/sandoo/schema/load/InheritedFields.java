package dev.sandoo.schema.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Completes the lines of fields that a model has because it inherits another's: such a line names the many2one under
 * {@link #LINK} and what differs from the other model's field, {@code null} for what the field lacks. The tool that writes
 * the data (inherit.py) shortens them by the same rule.
 */
final class InheritedFields {
    static final String LINK = "inherited";

    /** What does not pass from the other model's field to the inherited one. */
    private static final List<String> NOT_INHERITED = List.of(
            "store",
            "index",
            "default",
            "default_function",
            "compute",
            "compute_sudo",
            "precompute",
            "related",
            "depends",
            "inverse",
            "searchable",
            "relation",
            "column1",
            "column2",
            "inverse_name",
            "company_dependent",
            "tracking",
            LINK);

    private final Map<String, Entry> files;

    /** Reads from the files of all models, by model. */
    InheritedFields(Map<String, Entry> files) {
        this.files = files;
    }

    /** The whole line of a field; its {@link Entry#where} names file and field. */
    Entry complete(String model, String field) {
        Entry file = files.get(model);
        String where = file.where() + ", field " + field;
        Entry line = Entry.of(where, file.peek("fields").get(field));
        Optional<String> link = line.optionalText(LINK);
        if (link.isEmpty()) {
            return line;
        }
        Entry other = complete(modelBehind(where, file, link.get()), field);
        return Entry.of(where, merged(link.get(), field, other.takeAll(), line.takeAll()));
    }

    private String modelBehind(String where, Entry file, String link) {
        return file.peek("inherits").entrySet().stream()
                .filter(entry -> entry.getValue().equals(link))
                .map(Map.Entry::getKey)
                .filter(files::containsKey)
                .findFirst()
                .orElseThrow(() -> new SchemaDataException(where, "the model inherits nothing through " + link));
    }

    private static Map<String, Object> merged(
            String link, String field, Map<String, Object> inherited, Map<String, Object> own) {
        Map<String, Object> merged = derived(link + "." + field, inherited);
        merged.putAll(own);
        merged.values().removeIf(Objects::isNull);
        merged.put(LINK, link);
        return merged;
    }

    private static Map<String, Object> derived(String path, Map<String, Object> line) {
        Map<String, Object> derived = new LinkedHashMap<>(line);
        NOT_INHERITED.forEach(derived::remove);
        derived.put("store", false);
        derived.put("related", path);
        derived.put("depends", List.of(path));
        derived.put("inverse", true);
        boolean stored = !Boolean.FALSE.equals(line.get("store"));
        if (stored || Boolean.TRUE.equals(line.get("searchable"))) {
            derived.put("searchable", true);
        }
        return derived;
    }
}
