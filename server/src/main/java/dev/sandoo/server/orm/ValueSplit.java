package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.field.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The values of one record, sorted by where they go.
 *
 * @param columns record values for columns of the model's own table
 * @param delegated wire values for the records the model inherits ({@code _inherits}), by the many2one that leads there
 * @param commands commands for to-many fields
 * @param binaries base64 texts for fields kept as attachments
 * @param inverses wire values of computed fields that can be written
 */
record ValueSplit(
        Map<FieldDef, Object> columns,
        Map<String, Map<String, Object>> delegated,
        Map<FieldDef, Object> commands,
        Map<FieldDef, Object> binaries,
        Map<FieldDef, Object> inverses) {

    private static final String HTML_IS_TEXT = "html.texts-only";

    private static final Set<String> MAGIC =
            Set.of("id", "create_uid", "create_date", "write_uid", "write_date", "parent_path", "__last_update");

    /** Sorts wire values; unknown fields and log fields must be gone already. */
    static ValueSplit of(Environment env, ModelDef model, Map<String, Object> values, Target.Check check) {
        ValueSplit split = new ValueSplit(
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        values.forEach((name, wire) -> {
            if (!MAGIC.contains(name)) {
                split.put(env, new Target(model, model.fields().get(name), check), wire);
            }
        });
        return split;
    }

    /** Where the version looks at values before it hands them on, wrong ones are refused in the name of the model asked. */
    static void checkDelegated(Environment env, ModelDef model, Map<String, Object> values) {
        if (model.inherits().isEmpty() || !env.version().has("selections.checked-where-asked")) {
            return;
        }
        values.forEach((name, wire) -> {
            FieldDef field = model.fields().get(name);
            if (field != null
                    && field.type() == FieldType.SELECTION
                    && delegate(model, field).isPresent()) {
                convert(env, new Target(model, field), wire);
            }
        });
    }

    /** Whether the field is one that only the ORM writes. */
    static boolean isMagic(String name) {
        return MAGIC.contains(name);
    }

    private void put(Environment env, Target target, Object wire) {
        ModelDef model = target.model();
        FieldDef field = target.field();
        Optional<Map.Entry<String, String>> delegate = delegate(model, field);
        if (delegate.isPresent()) {
            delegated
                    .computeIfAbsent(delegate.get().getKey(), k -> new LinkedHashMap<>())
                    .put(delegate.get().getValue(), wire);
        } else if (field.type().isToMany() && field.stored()) {
            commands.put(field, wire);
        } else if (field.hasColumn()) {
            columns.put(field, convert(env, target, wire));
            if (field.stored() && hasInverse(env, model, field)) {
                inverses.put(field, wire);
            }
        } else if (field.stored() && field.type() == FieldType.BINARY) {
            binaries.put(field, FieldCodecs.of(field).fromWire(target, wire));
        } else {
            Object checked = field.type().isToMany() ? wire : checked(target, wire);
            inverses.put(field, checked);
        }
    }

    /** Whether a value that is kept here is to be carried on: by a function, or to the record it is otherwise read from. */
    private static boolean hasInverse(Environment env, ModelDef model, FieldDef field) {
        return env.registry().behaviours().inverse(model.name(), field.name()).isPresent()
                || field.computation()
                        .filter(Computation::inverse)
                        .flatMap(Computation::related)
                        .isPresent();
    }

    /** A value is looked at even where it is not kept: a wrong one is an error. */
    private static Object checked(Target target, Object wire) {
        FieldCodecs.of(target.field()).fromWire(target, wire);
        return wire;
    }

    private static Object convert(Environment env, Target target, Object wire) {
        FieldDef field = target.field();
        if (wire instanceof List || wire instanceof Map) {
            requireHashable(env, field, wire);
        }
        if (field.sanitize()
                && PythonValues.isTrue(wire)
                && !(wire instanceof String)
                && env.version().has(HTML_IS_TEXT)) {
            return "<p>Unknown error when sanitizing</p>";
        }
        Object value = FieldCodecs.of(field).fromWire(target, wire);
        if (value != null && field.selectionName().isPresent()) {
            new RuntimeSelections(env).check(target, wire, (String) value);
        }
        if (value != null && field.sanitize() && env.version().has("html.outer-div-dropped")) {
            return OuterDiv.dropped((String) value);
        }
        return field.type() == FieldType.FLOAT && field.precisionName().isPresent()
                ? new Precisions(env).round(field.precisionName().get(), (Double) value)
                : value;
    }

    /** Python looks values of a plain selection up in a set, which lists and dictionaries cannot be in. */
    private static void requireHashable(Environment env, FieldDef field, Object wire) {
        if (field.type() == FieldType.SELECTION
                && field.selectionName().isEmpty()
                && env.version().has("selections.looked-up")) {
            throw PythonError.typeError("unhashable type: '" + PythonValues.typeName(wire) + "'");
        }
    }

    /** The many2one and the field behind it, for a field that is there by inheritance. */
    private static Optional<Map.Entry<String, String>> delegate(ModelDef model, FieldDef field) {
        if (model.inherits().isEmpty()
                || !field.computation().map(Computation::inherited).orElse(false)) {
            return Optional.empty();
        }
        return field.computation().flatMap(Computation::related).map(path -> {
            int dot = path.indexOf('.');
            return Map.entry(path.substring(0, dot), path.substring(dot + 1));
        });
    }

    /** Refuses names that are no fields, as creating does. */
    static void requireKnown(Environment env, ModelDef model, Set<String> names) {
        for (String name : names) {
            if (!model.fields().containsKey(name)) {
                throw PythonError.valueError(
                        env.version().message("field.unknown.create", Map.of("field", name, "model", model.name())));
            }
        }
    }
}
