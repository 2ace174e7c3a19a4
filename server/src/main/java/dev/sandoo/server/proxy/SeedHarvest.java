package dev.sandoo.server.proxy;

import dev.sandoo.schema.ExternalId;
import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.BaseData;
import dev.sandoo.server.journal.CallSight;
import dev.sandoo.server.journal.PlainValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers the records that were read, for a file of seeds: what a client saw before it changed anything itself. What every fresh
 * database has is left to it. Thread-safe.
 */
final class SeedHarvest {
    private static final Set<String> READS = Set.of("read", "search_read", "web_read", "web_search_read");

    private final Schema schema;
    private final Map<String, Map<Integer, String>> base = new HashMap<>();
    private final Map<String, Map<Integer, Map<String, Object>>> records = new TreeMap<>();

    /** The lowest id of each model that the client has created; those above it came about by what the client did. */
    private final Map<String, Integer> made = new HashMap<>();

    SeedHarvest(Schema schema) {
        this.schema = schema;
        for (ExternalId id : BaseData.of(schema.version().name()).externalIds()) {
            base.computeIfAbsent(id.model(), model -> new HashMap<>()).put(id.resId(), id.module() + "." + id.name());
        }
    }

    synchronized void accept(CallSight call) {
        ModelDef model = schema.models().get(call.model());
        if (model == null || !model.hasTable() || call.answer().isEmpty()) {
            return;
        }
        Object answer = PlainValue.of(call.masked().answer().orElseThrow());
        if (call.method().equals("create")) {
            ids(answer).forEach(id -> made.merge(call.model(), id, Math::min));
        } else if (READS.contains(call.method())) {
            rows(answer).forEach(row -> keep(model, row));
        }
    }

    private static List<Integer> ids(Object answer) {
        List<Integer> ids = new ArrayList<>();
        (answer instanceof List<?> list ? list : List.of(answer)).forEach(id -> {
            if (id instanceof Integer number) {
                ids.add(number);
            }
        });
        return ids;
    }

    private static List<Map<?, ?>> rows(Object answer) {
        Object list = answer instanceof Map<?, ?> members ? members.get("records") : answer;
        List<Map<?, ?>> rows = new ArrayList<>();
        if (list instanceof List<?> items) {
            items.forEach(item -> {
                if (item instanceof Map<?, ?> row && row.get("id") instanceof Integer) {
                    rows.add(row);
                }
            });
        }
        return rows;
    }

    /** What is read first counts: later it may be what the client wrote. */
    private void keep(ModelDef model, Map<?, ?> row) {
        Integer id = (Integer) row.get("id");
        if (id >= made.getOrDefault(model.name(), Integer.MAX_VALUE)
                || base.getOrDefault(model.name(), Map.of()).containsKey(id)) {
            return;
        }
        Map<String, Object> kept = records.computeIfAbsent(model.name(), name -> new TreeMap<>())
                .computeIfAbsent(id, number -> new LinkedHashMap<>());
        row.forEach((name, value) -> {
            FieldDef field = model.fields().get(String.valueOf(name));
            if (field != null && isWritten(field)) {
                kept.putIfAbsent(field.name(), value);
            }
        });
    }

    /** One2manys come back with the records that point here. */
    private static boolean isWritten(FieldDef field) {
        return field.stored()
                && !field.readonly()
                && field.type() != FieldType.ONE2MANY
                && !field.name().equals("id")
                && (field.computation().isEmpty() || field.computation().get().inverse() || !field.isComputed());
    }

    /** The file, which docs/CONTROL.md describes. */
    synchronized String yaml() {
        Map<String, Object> models = new LinkedHashMap<>();
        records.forEach((model, rows) -> {
            List<Object> seeds = new ArrayList<>();
            rows.forEach((id, values) -> seeds.add(seed(schema.models().get(model), id, values)));
            models.put(model, seeds);
        });
        return Yaml.write("Records that were read from a real Odoo.", models);
    }

    private Map<String, Object> seed(ModelDef model, Integer id, Map<String, Object> values) {
        Map<String, Object> seed = new LinkedHashMap<>();
        seed.put("id", name(model.name(), id));
        values.forEach((name, value) -> {
            FieldDef field = model.fields().get(name);
            if (field.type() == FieldType.MANY2ONE) {
                id(value)
                        .flatMap(target -> reference(field.comodel(), target))
                        .ifPresent(text -> seed.put(name + "/id", text));
            } else if (field.type() == FieldType.MANY2MANY) {
                references(field.comodel(), value).ifPresent(text -> seed.put(name + "/id", text));
            } else if (value != null && !(value.equals(false) && field.type() != FieldType.BOOLEAN)) {
                seed.put(name, value);
            }
        });
        return seed;
    }

    /** A many2one is read as {@code [id, name]}, as its id, or as a record of its own. */
    private static Optional<Integer> id(Object value) {
        Object first = value instanceof List<?> pair && !pair.isEmpty() ? pair.get(0) : value;
        first = first instanceof Map<?, ?> row ? row.get("id") : first;
        return first instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    private Optional<String> references(String model, Object value) {
        List<String> names =
                ids(value).stream().flatMap(id -> reference(model, id).stream()).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(",", names));
    }

    /** The external id of a record that is in the file, or in every fresh database. */
    private Optional<String> reference(String model, Integer id) {
        String known = base.getOrDefault(model, Map.of()).get(id);
        if (known != null) {
            return Optional.of(known);
        }
        return records.getOrDefault(model, Map.of()).containsKey(id) ? Optional.of(name(model, id)) : Optional.empty();
    }

    private static String name(String model, Integer id) {
        return "recorded." + model.replace('.', '_') + "_" + id;
    }
}
