package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.PythonValues;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What records are called. Models with a name of their own making have a compute function for {@code display_name}. */
final class DisplayNames {
    private final Environment env;
    private final ModelDef model;

    DisplayNames(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /**
     * The display names of records by id; no entry for records that do not exist. Those that the policy of the caller's key
     * keeps back are empty.
     */
    Map<Integer, Object> of(Collection<Integer> ids) {
        Optional<KeyGate> gate = env.acting().isPresent() ? Optional.empty() : KeyGate.of(env);
        return gate.isEmpty() ? all(ids) : shown(gate.get(), ids);
    }

    private Map<Integer, Object> shown(KeyGate gate, Collection<Integer> ids) {
        Condition condition = gate.showsNames(model) ? gate.condition(model, Operation.READ) : Condition.FALSE;
        if (condition.equals(Condition.TRUE)) {
            return all(ids);
        }
        List<Integer> open = condition.equals(Condition.FALSE)
                ? List.of()
                : new Search(env.acting(""), model).within(condition, ids);
        Map<Integer, Object> names = new LinkedHashMap<>(all(open));
        ids.forEach(id -> names.putIfAbsent(id, ""));
        return names;
    }

    /** The same without regard to anybody. */
    private Map<Integer, Object> all(Collection<Integer> ids) {
        FieldDef field = model.fields().get("display_name");
        return new Fetcher(env.sudo(), model).values(ids, field);
    }

    /** The column that holds the names, when the model is called by one. */
    Optional<FieldDef> nameColumn() {
        if (env.registry().behaviours().compute(model.name(), "display_name").isPresent()) {
            return Optional.empty();
        }
        return model.recName()
                .map(model.fields()::get)
                .filter(field ->
                        field.hasColumn() && (field.type() == FieldType.CHAR || field.type() == FieldType.TEXT));
    }

    /** The names that the model's {@code _rec_name} gives. */
    Map<Integer, Object> byRecName(Set<Integer> ids) {
        Optional<FieldDef> nameField = model.recName().map(model.fields()::get);
        if (nameField.isEmpty()) {
            Map<Integer, Object> names = new HashMap<>();
            ids.forEach(id -> names.put(id, model.name() + "," + id));
            return names;
        }
        FieldDef field = nameField.get();
        Map<Integer, Object> values = new Fetcher(env, model).values(ids, field);
        if (field.type() == FieldType.MANY2ONE) {
            return throughMany2one(field, values);
        }
        Map<Integer, Object> names = new LinkedHashMap<>();
        boolean asText = env.version().has("names.false-as-text");
        values.forEach((id, value) -> {
            boolean nameless = value == null || !asText && "".equals(value);
            Object nobody = asText ? "False" : null;
            names.put(id, nameless ? nobody : text(field, value));
        });
        return names;
    }

    private Map<Integer, Object> throughMany2one(FieldDef field, Map<Integer, Object> values) {
        Set<Integer> targets = new LinkedHashSet<>();
        values.values().forEach(value -> {
            if (value != null) {
                targets.add((Integer) value);
            }
        });
        Map<Integer, Object> targetNames = new DisplayNames(env, env.registry().model(field.comodel())).all(targets);
        Map<Integer, Object> names = new LinkedHashMap<>();
        values.forEach((id, value) -> names.put(id, value == null ? "" : targetNames.get(value)));
        return names;
    }

    private static Object text(FieldDef field, Object value) {
        return value instanceof String text
                ? text
                : PythonValues.str(FieldCodecs.of(field).toWire(value));
    }
}
