package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes a model's fields to clients. */
final class FieldsGet {
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
        Rights rights = new Rights(env);
        boolean writable = rights.allowsModel(model, Operation.WRITE) || rights.allowsModel(model, Operation.CREATE);
        List<?> wantedNames = names instanceof List<?> list ? list : List.of();
        List<?> wanted = attributes instanceof List<?> list ? list : List.of();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (FieldDef field : model.fields().values()) {
            if ((wantedNames.isEmpty() || wantedNames.contains(field.name())) && rights.allows(field)) {
                fields.put(field.name(), describe(field, wanted, writable));
            }
        }
        return fields;
    }

    /** The earlier version shows whoever may not write that nothing can be written. */
    private Map<String, Object> describe(FieldDef field, List<?> wanted, boolean writable) {
        boolean readonly = !writable && env.version().has("fields.readonly-without-rights");
        Map<String, Object> all = env.registry().attributes(model, field);
        if (wanted.isEmpty() && !readonly) {
            return all;
        }
        Map<String, Object> chosen = new LinkedHashMap<>();
        all.forEach((key, value) -> {
            if (wanted.isEmpty() || wanted.contains(key)) {
                chosen.put(key, key.equals("readonly") && readonly ? Boolean.TRUE : value);
            }
        });
        if (readonly && (wanted.isEmpty() || wanted.contains("states"))) {
            chosen.put("states", Map.of());
        }
        return chosen;
    }
}
