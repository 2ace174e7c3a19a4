package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Custom fields come, change and go; the version's own ones stay as they are. */
final class FieldHooks implements ModelHooks {
    @Override
    public void beforeCreate(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            if (one.get("model_id") instanceof Integer id) {
                Records model = env.record(CustomRecords.MODEL, id);
                CustomRecords.requireExisting(model);
                one.put("model", model.text("model"));
            }
            SelectionText.expand(env.version(), one);
        }
    }

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        values.forEach(FieldChecks::requireRelationNames);
        changed(created);
    }

    @Override
    public void beforeWrite(Records fields, Map<String, Object> values) {
        for (Records field : fields) {
            if (!CustomRecords.isCustom(field)) {
                refuseUnlessLabels(field.env(), values.keySet());
            }
        }
        for (Records field : fields) {
            refuseChange(field, values);
            SelectionText.write(field, values);
            rename(field, values.get("name"));
        }
        List.of("model", "model_id", "state", "selection").forEach(values::remove);
    }

    private static void refuseUnlessLabels(Environment env, Set<String> names) {
        Set<String> beyond = new HashSet<>(names);
        if (env.version().has("custom.labels-may-change")) {
            beyond.removeAll(Set.of("field_description", "help"));
        }
        if (!beyond.isEmpty()) {
            throw baseField();
        }
    }

    static UserError baseField() {
        return new UserError(
                "Properties of base fields cannot be altered in this manner! Please modify them through Python"
                        + " code, preferably through a custom addon!");
    }

    private static void refuseChange(Records field, Map<String, Object> values) {
        Object model = values.get("model_id");
        if (model != null && !model.equals(field.integer("model_id"))) {
            throw new UserError("Changing the model of a field is forbidden!");
        }
        Object type = values.get("ttype");
        if (type != null && !type.equals(field.get("ttype"))) {
            throw new UserError(
                    "Changing the type of a field is not yet supported. Please drop it and create it again!");
        }
    }

    private static void rename(Records field, Object name) {
        if (!(name instanceof String newName) || newName.equals(field.get("name")) || !newName.startsWith("x_")) {
            return;
        }
        CustomTables tables = CustomTables.now(field.env());
        ModelDef model = tables.schema().models().get(field.text("model"));
        FieldDef old = model == null ? null : model.fields().get(field.text("name"));
        if (old != null) {
            new Dependents(field.env(), tables.schema()).refuse(model, old);
            tables.rename(model, old, newName);
        }
    }

    @Override
    public void afterWrite(Records fields, Map<String, Object> values) {
        changed(fields);
    }

    /** Checks the fields, and has tables and records follow. */
    private static void changed(Records fields) {
        CustomTables tables = CustomTables.now(fields.env());
        FieldChecks checks = new FieldChecks(fields.env().version(), tables.schema());
        Set<String> models = new LinkedHashSet<>();
        for (Records field : fields.sudo()) {
            if (CustomRecords.isCustom(field)) {
                ModelChecks.names(field.records("model_id"));
                checks.check(field);
                models.add(field.text("model"));
            }
        }
        models.forEach(tables::align);
        new Reflection(fields.env(), tables.schema()).of(fields);
        fields.env().modelsChanged();
    }

    @Override
    public void beforeUnlink(Records fields) {
        for (Records field : fields) {
            if (field.exists().isEmpty()) {
                continue;
            }
            if (!CustomRecords.isCustom(field)) {
                throw new UserError("This column contains module data and cannot be removed!");
            }
        }
        remove(fields);
    }

    /** Removes what tables keep of the fields; none of them may be needed by another. */
    static void remove(Records fields) {
        CustomTables tables = CustomTables.now(fields.env());
        Dependents dependents = new Dependents(fields.env(), tables.schema());
        for (Records field : fields) {
            ModelDef model = tables.schema().models().get(field.text("model"));
            FieldDef def = model == null ? null : model.fields().get(field.text("name"));
            if (def != null && def.manual()) {
                dependents.refuse(model, def);
                tables.drop(model, def);
            }
        }
    }
}
