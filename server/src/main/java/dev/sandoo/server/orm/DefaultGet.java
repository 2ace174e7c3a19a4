package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.field.FieldCodec;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.field.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers {@code default_get}: the defaults of the named fields in the form that {@code create} takes. */
final class DefaultGet {
    private final Environment env;
    private final ModelDef model;

    DefaultGet(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    Map<String, Object> values(List<String> names) {
        Map<String, Object> defaults = new Defaults(env.acting(model.name()), model).of(names);
        CompanyDefaults companyDefaults = new CompanyDefaults(env);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> inherited = inherited(names, defaults.keySet());
        for (String name : names) {
            FieldDef field = model.fields().get(name);
            if (field == null) {
                continue;
            }
            if (inherited.containsKey(name)) {
                values.put(name, inherited.get(name));
                continue;
            }
            if (defaults.containsKey(name)) {
                values.put(name, normal(field, defaults.get(name)));
            } else if (field.companyDependent() && !name.startsWith("__")) {
                Object value = companyDefaults.value(model, field);
                if (value != null) {
                    values.put(name, FieldCodecs.of(field).toWire(value));
                }
            }
        }
        env.registry().behaviours().hooks(model.name()).forEach(hook -> hook.afterDefaultGet(env, names, values));
        if (env.acting().isEmpty()) {
            KeyGate.of(env).ifPresent(gate -> values.keySet().removeIf(name -> isHidden(gate, name)));
        }
        return values;
    }

    private boolean isHidden(KeyGate gate, String name) {
        FieldDef field = model.fields().get(name);
        return field != null && !gate.returns(model, field);
    }

    /** The defaults that the models it inherits have for the fields it has from them. */
    private Map<String, Object> inherited(List<String> names, Set<String> own) {
        Map<String, Object> values = new LinkedHashMap<>();
        model.inherits().forEach((parent, link) -> {
            List<String> theirs = names.stream()
                    .filter(name ->
                            !own.contains(name) && isInherited(model.fields().get(name), link))
                    .toList();
            if (!theirs.isEmpty()) {
                values.putAll(new DefaultGet(env, env.registry().model(parent)).values(theirs));
            }
        });
        return values;
    }

    private static boolean isInherited(FieldDef field, String link) {
        return field != null
                && field.computation()
                        .filter(Computation::inherited)
                        .flatMap(Computation::related)
                        .filter(path -> path.equals(link + "." + field.name()))
                        .isPresent();
    }

    /** What is no text or no option comes out as nothing at all. */
    private Object converted(FieldDef field, Object wire) {
        if (field.type() == FieldType.HTML && PythonValues.isTrue(wire)) {
            return wire; // cleaned when it is written
        }
        boolean text = field.type() == FieldType.CHAR || field.type() == FieldType.TEXT;
        boolean option = field.type() != FieldType.SELECTION
                || !PythonValues.isTrue(wire)
                || field.selection().isEmpty()
                || field.selection().stream().anyMatch(one -> one.value().equals(wire));
        if (text && !(wire instanceof String) && !PythonValues.isTrue(wire) || !option) {
            return null;
        }
        FieldCodec codec = FieldCodecs.of(field);
        return codec.toWire(codec.fromWire(new Target(model, field), wire));
    }

    private Object asGiven(FieldDef field, Object wire) {
        if (PythonValues.isTrue(wire) && (field.type() == FieldType.SELECTION || field.type() == FieldType.MANY2ONE)) {
            return wire;
        }
        FieldCodec codec = FieldCodecs.of(field);
        return codec.toWire(codec.fromWire(new Target(model, field), wire));
    }

    /** To-many defaults are commands, whatever form they are stated in. */
    private Object normal(FieldDef field, Object wire) {
        if (!field.type().isToMany()) {
            return env.version().has("defaults.converted") ? converted(field, wire) : asGiven(field, wire);
        }
        if (!(wire instanceof List<?> list) || list.stream().anyMatch(List.class::isInstance)) {
            return PythonValues.isTrue(wire) ? wire : List.of();
        }
        return List.of(List.of(6, 0, new ArrayList<>(list)));
    }
}
