package dev.sandoo.schema.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /** Works on the files of all models, by model. */
    InheritedFields(Map<String, Entry> files) {
        this.files = files;
    }

    /** Puts whole lines in the place of shortened ones. */
    void complete() {
        for (Entry file : files.values()) {
            if (file.has("inherits")) {
                Map<String, Object> fields = file.peekObject("fields");
                fields.replaceAll((name, line) -> whole(file, name, line));
            }
        }
    }

    private Object whole(Entry file, String field, Object line) {
        Entry entry = file.part("field ", field, line);
        if (!entry.has(LINK)) {
            return line;
        }
        String link = entry.text(LINK);
        Entry other = modelBehind(entry, file, link);
        Object inherited = other.peekObject("fields").get(field);
        if (inherited == null) {
            throw entry.bad(LINK, "needs a field of the same name in " + other.peek("model"));
        }
        Entry whole = other.part("field ", field, whole(other, field, inherited));
        return merged(link, field, whole.peekAll(), entry.takeAll());
    }

    private Entry modelBehind(Entry entry, Entry file, String link) {
        return file.peekObject("inherits").entrySet().stream()
                .filter(inherited -> inherited.getValue().equals(link))
                .map(inherited -> files.get(inherited.getKey()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> entry.bad(LINK, "names no many2one that the model inherits through: " + link));
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
