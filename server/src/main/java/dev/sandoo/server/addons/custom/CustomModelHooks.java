package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/** Custom models come and go with their tables; what a model is made of stays. */
final class CustomModelHooks implements ModelHooks {
    private static final List<String> FIXED = List.of("model", "state", "abstract", "transient");
    private static final List<String> ONLY_GROWING = List.of("is_mail_thread", "is_mail_activity", "is_mail_blacklist");

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        align(created);
    }

    @Override
    public void beforeWrite(Records models, Map<String, Object> values) {
        for (Records model : models) {
            for (String name : FIXED) {
                if (values.containsKey(name) && differs(model, name, values.get(name))) {
                    throw new UserError(version(model)
                            .message(
                                    "custom.model.fixed",
                                    Map.of("field", model.field(name).string())));
                }
            }
            refuseToShrink(model, values);
        }
    }

    private static boolean differs(Records model, String name, Object value) {
        Object now = model.get(name);
        return PythonValues.isTrue(now) || PythonValues.isTrue(value) ? !value.equals(now) : false;
    }

    private static void refuseToShrink(Records model, Map<String, Object> values) {
        for (String name : ONLY_GROWING) {
            boolean goes = values.containsKey(name) && !PythonValues.isTrue(values.get(name));
            if (goes && model.bool(name)) {
                throw new UserError("Field \"" + model.field(name).string() + "\" cannot be changed to \"False\".");
            }
        }
    }

    @Override
    public void afterWrite(Records models, Map<String, Object> values) {
        align(models);
    }

    private static void align(Records models) {
        CustomTables tables = CustomTables.now(models.env());
        for (Records model : models.sudo()) {
            if (CustomRecords.isCustom(model)) {
                tables.align(model.text("model"));
                new Reflection(model.env(), tables.schema()).ofNature(model);
            }
        }
        models.env().modelsChanged();
        models.env().rightsChanged();
    }

    @Override
    public void beforeUnlink(Records models) {
        CustomRecords.requireExisting(models);
        for (Records model : models) {
            if (!CustomRecords.isCustom(model)) {
                throw new UserError(version(model).message("custom.model.base", Map.of("model", model.text("name"))));
            }
        }
        models.sudo().forEach(CustomModelHooks::remove);
    }

    /** Fields of other models that point to this one go along with it. */
    private static void remove(Records model) {
        Records fields = model.env().model(CustomRecords.FIELD);
        FieldHooks.remove(fields.search(Condition.term("model_id", Operator.EQUALS, model.id())));
        fields.search(Condition.term("relation", Operator.EQUALS, model.text("model"))
                        .and(Condition.term("model_id", Operator.NOT_EQUALS, model.id())))
                .unlink();
        CustomTables tables = CustomTables.now(model.env());
        ModelDef def = tables.schema().models().get(model.text("model"));
        if (def != null) {
            tables.drop(def);
        }
    }

    private static OdooVersion version(Records records) {
        return records.env().version();
    }
}
