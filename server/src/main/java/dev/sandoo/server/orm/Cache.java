package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Record values read during one call, by model, field, variant (language, company or context, where the value depends on it)
 * and id. Used by one thread.
 */
final class Cache {
    /** Where a value has not been read yet. */
    static final Object MISSING = new Object();

    private final Map<String, Map<Integer, Object>> columns = new HashMap<>();
    private final Map<String, Set<Integer>> seen = new HashMap<>();

    /** The values of one field by id. */
    Map<Integer, Object> column(ModelDef model, FieldDef field, String variant) {
        return columns.computeIfAbsent(model.name() + '\0' + field.name() + '\0' + variant, k -> new HashMap<>());
    }

    /** The ids of a model that came up in this call: whoever reads one of them will likely want the others. */
    Set<Integer> seen(String model) {
        return seen.computeIfAbsent(model, k -> new LinkedHashSet<>());
    }

    /**
     * Forgets all values; done after every change, since one change can reach far. The maps stay: whoever holds one while a
     * computation under way changes something still sees what is read next.
     */
    void clear() {
        columns.values().forEach(Map::clear);
    }
}
