package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.orm.CustomSchema;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;
import dev.sandoo.server.storage.CustomDdl;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings tables up to what the models have become, in the transaction of the call that changed them. */
final class CustomTables {
    private static final String COLUMNS = """
            SELECT attname, attnotnull FROM pg_attribute
             WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped""";

    private final Environment env;
    private final Schema schema;
    private final CustomDdl ddl;

    /** @param schema the models with the change made */
    CustomTables(Environment env, Schema schema) {
        this.env = env;
        this.schema = schema;
        this.ddl = new CustomDdl(schema);
    }

    /** The tables as the models are at this point of the call. */
    static CustomTables now(Environment env) {
        return new CustomTables(env, CustomSchema.current(env));
    }

    Schema schema() {
        return schema;
    }

    /** Makes the model's table, or those of its columns and relation tables that are not there yet. */
    void align(String name) {
        ModelDef model = schema.models().get(name);
        if (model == null || model.kind() == ModelDef.Kind.ABSTRACT || model.kind() == ModelDef.Kind.VIEW) {
            return;
        }
        Map<String, Boolean> columns = columns(model.table());
        if (columns.isEmpty()) {
            run(ddl.createTable(model));
        }
        for (FieldDef field : model.fields().values()) {
            if (field.hasColumn() && !columns.isEmpty() && (field.manual() || !columns.containsKey(field.name()))) {
                alignColumn(model, field, columns.get(field.name()));
            } else if (field.manual() && field.type() == FieldType.MANY2MANY && field.stored()) {
                alignRelation(model, field);
            }
        }
        env.modelsChanged();
    }

    /** Makes the tables of models that are not there yet; they may point to each other. */
    void createAll(List<ModelDef> models) {
        List<List<String>> statements = models.stream().map(ddl::createTable).toList();
        statements.forEach(ofOne -> run(ofOne.subList(0, 1)));
        statements.forEach(ofOne -> run(ofOne.subList(1, ofOne.size())));
    }

    /** Whether the model has a table. */
    boolean hasTable(ModelDef model) {
        return !columns(model.table()).isEmpty();
    }

    /** Makes the columns and relation tables of these fields that are not there yet. */
    void add(ModelDef model, Collection<FieldDef> fields) {
        Map<String, Boolean> columns = columns(model.table());
        for (FieldDef field : fields) {
            if (field.hasColumn() && !columns.containsKey(field.name())) {
                alignColumn(model, field, null);
            } else if (field.type() == FieldType.MANY2MANY && field.stored()) {
                alignRelation(model, field);
            }
        }
    }

    /** @param notNull whether the column must be set now; null when there is no column yet */
    private void alignColumn(ModelDef model, FieldDef field, Boolean notNull) {
        if (notNull == null) {
            run(ddl.addColumn(model, field));
            fill(model, field);
        } else {
            run(ddl.alignColumn(model, field));
        }
        boolean held = Boolean.TRUE.equals(notNull);
        boolean wanted = field.required() && !field.companyDependent() && !field.isComputed();
        if (wanted != held && (held || isFilled(model, field))) {
            run(List.of(CustomDdl.setRequired(model, field, wanted)));
        }
    }

    /** Rows without a value keep a column from being required, in Odoo as here. */
    private boolean isFilled(ModelDef model, FieldDef field) {
        SqlFragment empty = SqlFragment.of("SELECT 1 FROM ")
                .append(SqlFragment.identifier(model.table()))
                .append(" WHERE ")
                .append(SqlFragment.identifier(field.name()))
                .append(" IS NULL LIMIT 1");
        return env.transaction().queryFirst(empty, row -> row.integer(1)).isEmpty();
    }

    private void alignRelation(ModelDef model, FieldDef field) {
        String table = field.relation().flatMap(FieldDef.Relation::table).orElseThrow();
        if (columns(table).isEmpty()) {
            run(ddl.createRelation(model, field));
        }
    }

    /** The values that a stored related field has from the start. */
    private void fill(ModelDef model, FieldDef field) {
        if (field.computation().flatMap(Computation::related).isPresent()) {
            Environment changed = env.sudo().overChangedModels().with("active_test", false);
            Records all = changed.model(model.name()).search(Condition.TRUE);
            all.recompute(field.name());
        }
    }

    private Map<String, Boolean> columns(String table) {
        Map<String, Boolean> columns = new HashMap<>();
        env.transaction()
                .query(SqlFragment.of(COLUMNS, Identifiers.quote(table)), row -> columns.put(row.text(1), row.bool(2)));
        return columns;
    }

    /** Removes what the table keeps of a field. */
    void drop(ModelDef model, FieldDef field) {
        if (field.hasColumn()) {
            run(List.of(CustomDdl.dropColumn(model, field.name())));
        } else if (field.type() == FieldType.MANY2MANY && field.stored() && !isShared(model, field)) {
            run(List.of(CustomDdl.dropTable(table(field))));
        } else if (field.type() == FieldType.BINARY) {
            env.transaction()
                    .update(SqlFragment.of(
                            "DELETE FROM ir_attachment WHERE res_model = ? AND res_field = ?",
                            model.name(),
                            field.name()));
        }
        env.modelsChanged();
    }

    private static String table(FieldDef field) {
        return field.relation().flatMap(FieldDef.Relation::table).orElseThrow();
    }

    private boolean isShared(ModelDef model, FieldDef field) {
        return schema.models().values().stream()
                .flatMap(other -> other.fields().values().stream()
                        .filter(candidate -> !(other.name().equals(model.name())
                                && candidate.name().equals(field.name()))))
                .filter(candidate -> candidate.type() == FieldType.MANY2MANY && candidate.stored())
                .anyMatch(candidate -> table(candidate).equals(table(field)));
    }

    /** Removes a model's table. */
    void drop(ModelDef model) {
        run(List.of(CustomDdl.dropTable(model.table())));
        env.modelsChanged();
        env.rightsChanged();
    }

    /** Gives a field's column another name. */
    void rename(ModelDef model, FieldDef field, String newName) {
        if (field.hasColumn()) {
            run(CustomDdl.renameColumn(model, field.name(), newName));
        }
    }

    private void run(List<String> statements) {
        statements.forEach(env.transaction()::execute);
    }
}
