package dev.sandoo.server.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which records external ids stand for, and what fields models have, asked of the database as need be. Used once. */
final class SeedNames {
    private static final String NAMES = "ir.model.data";
    private static final String MANY2ONE = "many2one";

    private final Methods methods;
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Map<String, Map<?, ?>>> fields = new HashMap<>();

    /** Calls a method of a model. */
    @FunctionalInterface
    interface Methods {
        Object call(String model, String method, List<Object> arguments);
    }

    SeedNames(Methods methods) {
        this.methods = methods;
    }

    /** The record of this name. */
    Optional<Integer> find(String name) {
        return Optional.ofNullable(ids.get(name)).or(() -> lookUp(name));
    }

    /** The model of the record that has the name already, when that is not this one. */
    Optional<String> otherModel(String name, String model) {
        if (ids.containsKey(name)) {
            return Optional.empty();
        }
        return rows(name).stream()
                .map(row -> String.valueOf(row.get("model")))
                .filter(other -> !other.equals(model))
                .findFirst();
    }

    /** Gives new records their names. */
    void remember(String model, List<SeedRecord> records, List<?> created) {
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            Integer id = (Integer) created.get(i);
            records.get(i).name().ifPresent(name -> {
                ids.put(name, id);
                rows.add(row(name, model, id));
            });
        }
        if (!rows.isEmpty()) {
            methods.call(NAMES, "create", List.of(rows));
        }
    }

    Set<String> fields(String model) {
        return definitions(model).keySet();
    }

    /** What kind of values a field has. */
    String type(String model, String field) {
        return String.valueOf(definitions(model).get(field).get("type"));
    }

    boolean isMany2one(String model, String field) {
        return type(model, field).equals(MANY2ONE);
    }

    /** The model of the records that a field holds. */
    Optional<String> comodel(String model, String field) {
        return Optional.ofNullable(definitions(model).get(field).get("relation"))
                .map(String::valueOf);
    }

    private Optional<Integer> lookUp(String name) {
        Optional<Integer> found = rows(name).stream().findFirst().map(row -> (Integer) row.get("res_id"));
        found.ifPresent(id -> ids.put(name, id));
        return found;
    }

    @SuppressWarnings("unchecked")
    private List<Map<?, ?>> rows(String name) {
        List<Object> domain =
                List.of(List.of("module", "=", ExternalId.module(name)), List.of("name", "=", ExternalId.name(name)));
        return (List<Map<?, ?>>) methods.call(NAMES, "search_read", List.of(domain, List.of("res_id", "model")));
    }

    private static Map<String, Object> row(String name, String model, int id) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("module", ExternalId.module(name));
        row.put("name", ExternalId.name(name));
        row.put("model", model);
        row.put("res_id", id);
        return row;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<?, ?>> definitions(String model) {
        return fields.computeIfAbsent(model, name -> (Map<String, Map<?, ?>>)
                methods.call(name, "fields_get", List.of(List.of(), List.of("type", "relation"))));
    }
}
