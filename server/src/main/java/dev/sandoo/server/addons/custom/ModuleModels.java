package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Models of the user's own modules, as if these were installed: tables, records that describe them, and all rights for internal
 * users. A model that is declared again gets what is new; nothing goes.
 */
public final class ModuleModels {
    private static final String STORE = """
            INSERT INTO sandoo_model (name, document) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET document = excluded.document""";

    private static final String RIGHTS = "ir.model.access";

    private final Environment env;

    /** @param env of the superuser */
    public ModuleModels(Environment env) {
        this.env = Objects.requireNonNull(env, "env");
    }

    /**
     * Makes models, in the transaction of the environment.
     *
     * @param documents the models as JSON by name; they have been found good
     */
    public void install(Map<String, String> documents) {
        documents.forEach((name, json) -> env.transaction().update(SqlFragment.of(STORE, name, json)));
        CustomTables tables = CustomTables.now(env);
        List<ModelDef> models =
                documents.keySet().stream().map(tables.schema().models()::get).toList();
        tables.createAll(models.stream()
                .filter(model -> model.hasTable() && !tables.hasTable(model))
                .toList());
        models.stream()
                .filter(ModelDef::hasTable)
                .forEach(model -> tables.add(model, model.fields().values()));
        Reflection reflection = new Reflection(env, tables.schema());
        models.forEach(model -> reflection.ofNature(record(model)));
        env.modelsChanged();
        env.rightsChanged();
    }

    /** The model's record, made with rights for internal users when it is new. */
    private Records record(ModelDef model) {
        Records records = env.model(CustomRecords.MODEL);
        Records known = records.search(Condition.term("model", Operator.EQUALS, model.name()));
        if (!known.isEmpty()) {
            return known;
        }
        Records created = records.create(Map.of(
                "name",
                model.description(),
                "model",
                model.name(),
                "state",
                "base",
                "transient",
                model.kind() == ModelDef.Kind.TRANSIENT));
        grant(created);
        return created;
    }

    private void grant(Records model) {
        Map<String, Object> right = new LinkedHashMap<>();
        right.put("name", model.text("model") + " internal users");
        right.put("model_id", model.id());
        right.put("group_id", env.find("base.group_user").map(Records::id).orElseThrow());
        List.of("perm_read", "perm_write", "perm_create", "perm_unlink").forEach(flag -> right.put(flag, true));
        env.model(RIGHTS).create(right);
    }
}
