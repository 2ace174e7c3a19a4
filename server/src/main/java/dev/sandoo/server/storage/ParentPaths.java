package dev.sandoo.server.storage;

import dev.sandoo.schema.ModelDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills in {@code parent_path} (the ids from the root down to the record, each with a slash behind it) where it is
 * missing.
 */
final class ParentPaths {
    static final String COLUMN = "parent_path";

    private final ModelDef model;
    private final Map<Object, Map<String, Object>> records = new LinkedHashMap<>();

    private ParentPaths(ModelDef model, List<Map<String, Object>> records) {
        this.model = model;
        records.forEach(record -> this.records.put(record.get("id"), record));
    }

    /** The records with their paths; the same ones when the model keeps none. */
    static List<Map<String, Object>> completed(ModelDef model, List<Map<String, Object>> records) {
        return model.parentStore() ? new ParentPaths(model, records).completed() : records;
    }

    private List<Map<String, Object>> completed() {
        List<Map<String, Object>> completed = new ArrayList<>();
        for (Map<String, Object> record : records.values()) {
            Map<String, Object> copy = new LinkedHashMap<>(record);
            copy.putIfAbsent(COLUMN, path(record));
            completed.add(copy);
        }
        return completed;
    }

    private String path(Map<String, Object> record) {
        Map<String, Object> parent = records.get(record.get(model.parentName()));
        return (parent == null ? "" : path(parent)) + record.get("id") + "/";
    }
}
