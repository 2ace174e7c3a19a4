package dev.sandoo.server.seed;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A record of a YAML or JSON file.
 *
 * @param name its external id with the module; without one it is made anew each time
 * @param number the id it has, or gets; empty for whichever comes next
 */
record SeedRecord(String model, Optional<String> name, Optional<Integer> number, Map<String, Value> values, Place place)
        implements Unit {
    /** A field that refers to records by their external ids. */
    static final String BY_NAME = "/id";

    /** A value as {@code create} takes it, save references. */
    record Value(Object value, Place place) {}

    @Override
    public Set<String> names() {
        return name.map(Set::of).orElse(Set.of());
    }

    @Override
    public Set<String> references() {
        Set<String> references = new LinkedHashSet<>();
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((field, value) -> plain.put(field, value.value()));
        collect(plain, references);
        return references;
    }

    private static void collect(Map<?, ?> record, Set<String> references) {
        record.forEach((field, value) -> {
            if (field.toString().endsWith(BY_NAME)) {
                namesIn(value).forEach(references::add);
            } else if (value instanceof List<?> list) {
                list.stream().filter(Map.class::isInstance).forEach(child -> collect((Map<?, ?>) child, references));
            }
        });
    }

    /** The external ids that a reference has: one, or several in a list or with commas. */
    static List<String> namesIn(Object value) {
        List<?> names = value instanceof List<?> list
                ? list
                : value instanceof String text ? List.of(text.split(",")) : List.of();
        return names.stream()
                .map(name -> String.valueOf(name).strip())
                .filter(name -> !name.isEmpty())
                .map(ExternalId::full)
                .toList();
    }
}
