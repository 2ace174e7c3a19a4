package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.CustomSchema;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options of custom selection fields; records follow when an option gets another value or goes. */
final class SelectionHooks implements ModelHooks {
    private static final Set<String> HARMLESS = Set.of("name", "sequence");

    @Override
    public void beforeCreate(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            if (!one.containsKey("field_id")) {
                throw PythonError.keyError("field_id");
            }
            if (one.get("field_id") instanceof Integer id) {
                Records field = env.record(CustomRecords.FIELD, id);
                CustomRecords.requireExisting(field);
                requireCustom(field);
            }
        }
    }

    private static void requireCustom(Records field) {
        if (!CustomRecords.isCustom(field)) {
            throw FieldHooks.baseField();
        }
    }

    @Override
    public void afterCreate(Records created, List<Map<String, Object>> values) {
        changed(created);
    }

    @Override
    public void beforeWrite(Records options, Map<String, Object> values) {
        for (Records option : options) {
            if (!HARMLESS.containsAll(values.keySet())) {
                requireCustom(option.records("field_id"));
            }
            if (values.get("value") instanceof String value && !value.equals(option.get("value"))) {
                replace(option, SqlFragment.of("?", value));
            }
        }
    }

    @Override
    public void afterWrite(Records options, Map<String, Object> values) {
        changed(options);
    }

    @Override
    public void beforeUnlink(Records options) {
        for (Records option : options) {
            requireCustom(option.records("field_id"));
            replace(option, SqlFragment.of("NULL"));
        }
        options.env().modelsChanged();
    }

    /** Gives records that have the option another value. */
    private static void replace(Records option, SqlFragment value) {
        Records owner = option.records("field_id");
        Schema schema = CustomSchema.current(option.env());
        ModelDef model = schema.models().get(owner.text("model"));
        FieldDef field = model == null ? null : model.fields().get(owner.text("name"));
        if (field == null || !field.hasColumn()) {
            return;
        }
        SqlFragment column = SqlFragment.identifier(field.name());
        option.env()
                .transaction()
                .update(SqlFragment.of("UPDATE ")
                        .append(SqlFragment.identifier(model.table()))
                        .append(" SET ")
                        .append(column)
                        .append(" = ")
                        .append(value)
                        .append(" WHERE ")
                        .append(column)
                        .append(" = ?", option.text("value")));
    }

    private static void changed(Records options) {
        Reflection.renumber(options.env());
        options.env().modelsChanged();
    }
}
