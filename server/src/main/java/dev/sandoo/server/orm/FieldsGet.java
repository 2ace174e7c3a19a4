package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Describes a model's fields to clients. */
final class FieldsGet {
    private static final Predicate<String> ALL = name -> true;

    private final Environment env;
    private final ModelDef model;

    FieldsGet(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /**
     * The attributes of fields by name.
     *
     * @param names a list of field names; empty or None means all
     * @param attributes a list of attribute names; empty or None means all
     */
    Map<String, Object> describe(Object names, Object attributes) {
        env.requireLanguage();
        Rights rights = new Rights(env);
        boolean writable = rights.allowsModel(model, Operation.WRITE) || rights.allowsModel(model, Operation.CREATE);
        Predicate<String> wantedNames = within(names);
        Predicate<String> wanted = within(attributes);
        Map<String, Object> fields = new LinkedHashMap<>();
        for (FieldDef field : model.fields().values()) {
            if (wantedNames.test(field.name()) && rights.allows(model, field)) {
                fields.put(field.name(), describe(field, wanted, writable));
            }
        }
        return fields;
    }

    /** What Python takes for being in a value: an element of a list, a key of a dict, a part of a text; empty means all. */
    private static Predicate<String> within(Object wire) {
        if (!PythonValues.isTrue(wire)) {
            return ALL;
        }
        if (wire instanceof List<?> list) {
            return list::contains;
        }
        if (wire instanceof Map<?, ?> map) {
            return map::containsKey;
        }
        if (wire instanceof String text) {
            return text::contains;
        }
        throw PythonError.typeError("argument of type '" + PythonValues.typeName(wire) + "' is not iterable");
    }

    /** The earlier version shows whoever may not write that nothing can be written. */
    private Map<String, Object> describe(FieldDef field, Predicate<String> wanted, boolean writable) {
        boolean readonly = !writable && env.version().has("fields.readonly-without-rights");
        Map<String, Object> all = env.registry().attributes(model, field);
        if (wanted == ALL && !readonly) {
            return all;
        }
        Map<String, Object> chosen = new LinkedHashMap<>();
        all.forEach((key, value) -> {
            if (wanted.test(key)) {
                chosen.put(key, key.equals("readonly") && readonly ? Boolean.TRUE : value);
            }
        });
        if (readonly && wanted.test("states")) {
            chosen.put("states", Map.of());
        }
        return chosen;
    }
}
