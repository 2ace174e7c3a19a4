package dev.sandoo.server.wire.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One entry of a list in the file of routes, and where its faults are told. */
record RouteEntry(String place, Map<?, ?> values, List<String> problems) {
    /** The entries of a list; what is no list of objects is a problem. */
    static List<RouteEntry> all(Object list, String name, List<String> problems) {
        List<RouteEntry> entries = new ArrayList<>();
        if (list == null) {
            return entries;
        }
        if (!(list instanceof List<?> items)) {
            problems.add(name + ": not a list");
            return entries;
        }
        for (int i = 0; i < items.size(); i++) {
            String place = name + "[" + i + "]";
            if (items.get(i) instanceof Map<?, ?> map) {
                entries.add(new RouteEntry(place, map, problems));
            } else {
                problems.add(place + ": not an object");
            }
        }
        return entries;
    }

    void problem(String text) {
        problems.add(place + ": " + text);
    }

    /** Tells of keys that mean nothing. */
    void allow(String... names) {
        Set<String> known = Set.of(names);
        values.keySet().stream()
                .filter(key -> !known.contains(String.valueOf(key)))
                .forEach(key -> problem("unknown key " + key));
    }

    /** A text, if there is one; anything else is a problem. */
    Optional<String> text(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text && !text.isBlank()) {
            return Optional.of(text);
        }
        problem(name + " must be a text");
        return Optional.empty();
    }

    /** A text that must be there. */
    Optional<String> required(String name) {
        if (values.get(name) == null) {
            problem(name + " is missing");
        }
        return text(name);
    }

    /** A list of texts; empty if there is none. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(name)) {
            if (item instanceof String text) {
                texts.add(text);
            } else {
                problem(name + " must be a list of texts");
            }
        }
        return texts;
    }

    /** A list; empty if there is none. */
    List<Object> list(String name) {
        Object value = values.get(name);
        if (value != null && !(value instanceof List)) {
            problem(name + " must be a list");
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    /** An object; empty if there is none. */
    @SuppressWarnings("unchecked") // keys of YAML objects are read as texts
    Map<String, Object> object(String name) {
        Object value = values.get(name);
        if (value != null && !(value instanceof Map)) {
            problem(name + " must be an object");
        }
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
