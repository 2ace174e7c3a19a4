package dev.sandoo.server.orm;

import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ids of a call that its client did not write as plain numbers. What no record can have stands as a number below all ids, so
 * that it is nowhere found; answers and errors show it as it was written. Source: asked of both versions.
 */
final class WireIds {
    private final Map<Integer, Object> written = new HashMap<>();

    /** A number for what is no id. */
    int standIn(Object wire) {
        int id = Integer.MIN_VALUE + written.size();
        written.put(id, wire);
        return id;
    }

    /** Keeps how an id was written, such as {@code 7.0}. */
    void note(int id, Object wire) {
        written.put(id, wire);
    }

    /** The id as the client wrote it. */
    Object written(Integer id) {
        return written.containsKey(id) ? written.get(id) : id;
    }

    /** Whether it stands for a record that is not saved yet: {@code false}, nothing or 0. */
    boolean isUnsaved(Integer id) {
        return id == 0 || !written.isEmpty() && !PythonValues.isTrue(written(id));
    }

    /** The others. */
    List<Integer> saved(List<Integer> ids) {
        return ids.stream().anyMatch(this::isUnsaved)
                ? ids.stream().filter(id -> !isUnsaved(id)).toList()
                : ids;
    }

    /** Whether rows show these ids as they are. */
    boolean arePlain(List<Integer> ids) {
        return ids.stream().noneMatch(id -> written.containsKey(id) || id == 0);
    }

    /**
     * The rows of the ids in their order, showing each as it was written.
     *
     * @param rows those of saved records
     * @param unsaved what a record reads as that is not saved yet
     */
    List<Object> rows(List<Integer> ids, List<Object> rows, Map<String, Object> unsaved) {
        Map<Object, Map<?, ?>> byId = new HashMap<>();
        rows.forEach(row -> byId.put(((Map<?, ?>) row).get("id"), (Map<?, ?>) row));
        List<Object> all = new ArrayList<>();
        for (Integer id : ids) {
            Map<?, ?> row = isUnsaved(id) ? unsaved : byId.get(id);
            if (row != null) {
                Map<String, Object> shown = new LinkedHashMap<>();
                Object own = written(id);
                shown.put(
                        "id", own == null && row.keySet().equals(Set.of("id")) ? false : own); // as a field, not a name
                row.forEach((name, value) -> shown.putIfAbsent(String.valueOf(name), value));
                all.add(shown);
            }
        }
        return all;
    }
}
