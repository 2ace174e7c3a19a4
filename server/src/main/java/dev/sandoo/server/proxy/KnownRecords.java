package dev.sandoo.server.proxy;

import dev.sandoo.schema.ExternalId;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.BaseData;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of records by their ids: those that every fresh database has, and those that clients made. Not thread-safe. */
final class KnownRecords {
    private final Map<String, Map<Integer, String>> names = new HashMap<>();
    private final Map<String, Map<Integer, Map<String, Object>>> base = new HashMap<>();
    private final Map<String, Integer> firstMade = new HashMap<>();
    private final Set<Integer> made = new HashSet<>();

    KnownRecords(Schema schema) {
        BaseData data = BaseData.of(schema.version().name());
        for (ExternalId id : data.externalIds()) {
            names.computeIfAbsent(id.model(), model -> new HashMap<>()).put(id.resId(), id.module() + "." + id.name());
        }
        data.records().forEach((model, rows) -> {
            Map<Integer, Map<String, Object>> byId = base.computeIfAbsent(model, name -> new HashMap<>());
            rows.forEach(row -> byId.put((Integer) row.get("id"), row));
        });
    }

    /** Notes what a call has created; later records came about by what clients did as well. */
    void made(String model, List<Integer> ids) {
        made.addAll(ids);
        ids.forEach(id -> firstMade.merge(model, id, Math::min));
    }

    /** Whether the record came about while it was recorded. */
    boolean isMade(String model, int id) {
        return id >= firstMade.getOrDefault(model, Integer.MAX_VALUE);
    }

    /** Whether a number is the id of a record that a client has made, of whatever model. */
    boolean isMade(int id) {
        return made.contains(id);
    }

    /** Whether every fresh database has a record of this id. */
    boolean isBase(String model, int id) {
        return base.getOrDefault(model, Map.of()).containsKey(id)
                || baseName(model, id).isPresent();
    }

    /** What a fresh database has in the field of a record; empty when that is not known. */
    Optional<Object> baseValue(String model, int id, String field) {
        return Optional.ofNullable(base.getOrDefault(model, Map.of()).get(id)).map(row -> row.get(field));
    }

    /** The external id that a record has in every fresh database. */
    Optional<String> baseName(String model, int id) {
        return Optional.ofNullable(names.getOrDefault(model, Map.of()).get(id));
    }
}
