package dev.sandoo.schema.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * An object in the data that knows where it stands. Reading a key takes it out, so that {@link #refuseLeftovers} finds
 * misspelt ones. Not thread-safe.
 */
final class Entry {
    private final Supplier<String> where;
    private final Map<String, Object> values;

    private Entry(Supplier<String> where, Map<String, Object> values) {
        this.where = where;
        this.values = values;
    }

    /** Takes over an object as the parser made it. */
    static Entry of(String where, Object value) {
        return new Entry(() -> where, objectAt(() -> where, value));
    }

    /** Takes over an object that stands within this one; only a complaint has its place put into words. */
    Entry part(String kind, String name, Object value) {
        Supplier<String> place = () -> where() + ", " + kind + name;
        return new Entry(place, objectAt(place, value));
    }

    String where() {
        return where.get();
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Object take(String key) {
        return values.remove(key);
    }

    String text(String key) {
        return optionalText(key).orElseThrow(() -> bad(key, "is missing"));
    }

    String text(String key, String otherwise) {
        return optionalText(key).orElse(otherwise);
    }

    Optional<String> optionalText(String key) {
        Object value = take(key);
        if (value != null && !(value instanceof String)) {
            throw bad(key, "must be text");
        }
        return Optional.ofNullable((String) value);
    }

    /** A boolean that is false where it is not given. */
    boolean flag(String key) {
        return flag(key, false);
    }

    boolean flag(String key, boolean otherwise) {
        Object value = take(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw bad(key, "must be true or false");
    }

    int integer(String key) {
        return optionalInteger(key).orElseThrow(() -> bad(key, "is missing"));
    }

    OptionalInt optionalInteger(String key) {
        Object value = take(key);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value instanceof Integer number) {
            return OptionalInt.of(number);
        }
        throw bad(key, "must be a whole number");
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object element : elements(key)) {
            if (!(element instanceof String text)) {
                throw bad(key, "must be a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    List<?> elements(String key) {
        Object value = take(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw bad(key, "must be a list");
    }

    Entries entries(String key) {
        Object value = take(key);
        return new Entries(where() + ", " + key, value == null ? List.of() : value);
    }

    /** The object under this key with its values as they are; empty where it is not given. */
    Map<String, Object> object(String key) {
        Object value = take(key);
        return value == null ? new LinkedHashMap<>() : objectAt(() -> where() + ", " + key, value);
    }

    /** Lists of texts by name. */
    Map<String, Set<String>> namesByKey(String key) {
        Entry lists = Entry.of(where + ", " + key, object(key));
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (String list : List.copyOf(lists.names())) {
            names.put(list, Set.copyOf(lists.texts(list)));
        }
        return names;
    }

    Map<String, String> textsByName(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        object(key).forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw bad(key, "must hold texts only");
            }
            texts.put(name, text);
        });
        return texts;
    }

    Object peek(String key) {
        return values.get(key);
    }

    /** The object under this key, left where it is; empty where it is not given. */
    Map<String, Object> peekObject(String key) {
        Object value = values.get(key);
        return value == null ? new LinkedHashMap<>() : objectAt(() -> where() + ", " + key, value);
    }

    /** All that has not been taken, left where it is. */
    Map<String, Object> peekAll() {
        return Collections.unmodifiableMap(values);
    }

    /** All that has not been taken, taken at once; in the file's order. */
    Map<String, Object> takeAll() {
        Map<String, Object> all = new LinkedHashMap<>(values);
        values.clear();
        return all;
    }

    SchemaDataException bad(String key, String what) {
        return new SchemaDataException(where(), "\"" + key + "\" " + what);
    }

    /** Complains about keys that nobody has read. */
    void refuseLeftovers() {
        if (!values.isEmpty()) {
            throw new SchemaDataException(where(), "unknown " + values.keySet());
        }
    }

    @SuppressWarnings("unchecked") // JSON has no keys but text
    private static Map<String, Object> objectAt(Supplier<String> where, Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new SchemaDataException(where.get(), "must be an object");
    }
}
