package dev.sandoo.server.storage;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.sql.Identifiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Odoo's tables have that does not follow from fields. Source: the columns that accounts and API keys are known
 * to need.
 */
final class HandMadeTables {
    /** Keys end here where Odoo's models do not say so either: whoever rotates keys relies on it. */
    private static final Map<String, String> SECRET_KEY = Map.of(
            "index",
            "varchar(8) NOT NULL CHECK (char_length(\"index\") = 8)",
            "key",
            "varchar NOT NULL",
            "expiration_date",
            "timestamp");

    /** The bytes of files are ours to keep: Odoo has them in a folder. */
    private static final Map<String, Map<String, String>> EXTRA_COLUMNS = Map.of(
            "ir.attachment",
            Map.of("sandoo_content", "bytea"),
            "auth.api.key",
            Map.of("sandoo_index", "varchar", "sandoo_hash", "varchar"),
            "res.users",
            Map.of("password", "varchar", "totp_secret", "varchar"),
            "res.users.apikeys",
            SECRET_KEY,
            "auth_totp.device",
            SECRET_KEY);

    /** Tables whose rows are rows of another table too (PostgreSQL's INHERITS), with ids from one sequence. */
    private static final Map<String, String> PARENTS = Map.of(
            "ir.actions.act_url", "ir.actions.actions",
            "ir.actions.act_window", "ir.actions.actions",
            "ir.actions.report", "ir.actions.actions",
            "ir.actions.server", "ir.actions.actions");

    /** Required columns that some base records leave empty, since what they point to is no part of the data. */
    private static final Set<String> OFTEN_EMPTY = Set.of("ir.cron.ir_actions_server_id");

    /** Records of what once was, which foreign keys would hold to what still is, at a look-up for each row. */
    private static final Set<String> HISTORY = Set.of("sandoo.call", "sandoo.call.change", "sandoo.key.use");

    private HandMadeTables() {}

    /** Definitions of columns that no stored field stands for (in this version). */
    static List<String> extraColumns(ModelDef model) {
        return EXTRA_COLUMNS.getOrDefault(model.name(), Map.of()).entrySet().stream()
                .filter(column -> !isField(model, column.getKey()))
                .map(column -> Identifiers.quote(column.getKey()) + " " + column.getValue())
                .sorted()
                .toList();
    }

    private static boolean isField(ModelDef model, String column) {
        FieldDef field = model.fields().get(column);
        return field != null && ColumnDdl.hasColumn(field);
    }

    /** How the model's table declares a field's column. */
    static String column(ModelDef model, FieldDef field) {
        return OFTEN_EMPTY.contains(model.name() + "." + field.name())
                ? ColumnDdl.optional(field)
                : ColumnDdl.definition(field);
    }

    /** Whether the model's records are kept in a table; the others read as empty views or not at all. */
    static boolean hasTable(ModelDef model) {
        return switch (model.kind()) {
            case REGULAR, TRANSIENT -> true;
            case VIEW, ABSTRACT -> false;
        };
    }

    /** The model whose table shows this one's rows as well, or at least shares its ids. */
    static Optional<ModelDef> parent(ModelDef model, Schema schema) {
        return Optional.ofNullable(PARENTS.get(model.name())).map(schema.models()::get);
    }

    /** Whether the model's many2ones have foreign keys. */
    static boolean hasForeignKeys(ModelDef model) {
        return !HISTORY.contains(model.name());
    }

    /** Whether foreign keys may point to the model's table; they do not see rows of inheriting tables. */
    static boolean canBeReferenced(ModelDef model) {
        return hasTable(model) && !PARENTS.containsValue(model.name());
    }
}
