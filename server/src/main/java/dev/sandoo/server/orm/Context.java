package dev.sandoo.server.orm;

import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The context of a call: wire values by key. Immutable. */
public record Context(Map<String, Object> values) {
    public static final Context EMPTY = new Context(Map.of());

    private static final String DEFAULT = "default_";

    public Context {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Object get(String key) {
        return values.get(key);
    }

    /** The value of a key that a context gives as text. */
    public String text(String key, String fallback) {
        return values.get(key) instanceof String text && !text.isEmpty() ? text : fallback;
    }

    /** Whether the key holds what Python takes for true; {@code fallback} when it is not there. */
    public boolean isTrue(String key, boolean fallback) {
        return values.containsKey(key) ? PythonValues.isTrue(values.get(key)) : fallback;
    }

    /** The ids that a key holds; empty for anything else. */
    public List<Integer> ids(String key) {
        List<Integer> ids = new ArrayList<>();
        if (values.get(key) instanceof List<?> list) {
            list.forEach(id -> {
                if (id instanceof Integer i) {
                    ids.add(i);
                }
            });
        }
        return ids;
    }

    /** The fields that the context gives a {@code default_…} for. */
    List<String> defaultNames() {
        return values.keySet().stream()
                .filter(key -> key.startsWith(DEFAULT))
                .map(key -> key.substring(DEFAULT.length()))
                .toList();
    }

    /** This context with one more value. */
    public Context with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new Context(more);
    }

    /** This context without the {@code default_…} values, which are meant for one model only. */
    public Context withoutDefaults() {
        if (values.keySet().stream().noneMatch(key -> key.startsWith(DEFAULT))) {
            return this;
        }
        Map<String, Object> less = new LinkedHashMap<>(values);
        less.keySet().removeIf(key -> key.startsWith(DEFAULT));
        return new Context(less);
    }
}
