package dev.sandoo.server.storage;

import static dev.sandoo.server.sql.Identifiers.quote;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Statements that follow the models of a database while it is used: custom models and fields come, change and go. */
public final class CustomDdl {
    private final KeyDdl keys;
    private final IndexDdl indexes;

    /** @param schema the models with the change made */
    public CustomDdl(Schema schema) {
        this.keys = new KeyDdl(schema);
        this.indexes = new IndexDdl(schema, false);
    }

    /** A new model's table. */
    public List<String> createTable(ModelDef model) {
        List<String> statements = new ArrayList<>();
        statements.add(TableDdl.create(model));
        keys.foreignKeys(model).ifPresent(statements::add);
        statements.addAll(indexes.of(model));
        return statements;
    }

    /** A new field's column; what it requires of rows that are there already is another matter. */
    public List<String> addColumn(ModelDef model, FieldDef field) {
        List<String> statements = new ArrayList<>();
        statements.add(alter(model) + "ADD COLUMN " + ColumnDdl.optional(field));
        keys.foreignKey(field).ifPresent(clause -> statements.add(alter(model) + clause));
        indexes.of(model, field).ifPresent(statements::add);
        return statements;
    }

    /** The table of a new many2many field, unless another field shares it. */
    public List<String> createRelation(ModelDef model, FieldDef field) {
        RelationTable relation = RelationTable.of(model, field.relation().orElseThrow());
        List<String> statements = new ArrayList<>();
        statements.add(TableDdl.create(relation));
        keys.foreignKeys(relation).ifPresent(statements::add);
        indexes.of(relation).ifPresent(statements::add);
        return statements;
    }

    /** Brings what hangs on an existing column up to its field: where it points to and whether it is indexed. */
    public List<String> alignColumn(ModelDef model, FieldDef field) {
        List<String> statements = new ArrayList<>();
        if (field.type() == FieldType.MANY2ONE) {
            statements.add(dropForeignKey(model, field.name()));
        }
        statements.add(dropIndex(model, field.name()));
        keys.foreignKey(field).ifPresent(clause -> statements.add(alter(model) + clause));
        indexes.of(model, field).ifPresent(statements::add);
        return statements;
    }

    /** Gives a column another name; what is named after it goes, and {@link #alignColumn} makes it anew. */
    public static List<String> renameColumn(ModelDef model, String oldName, String newName) {
        return List.of(
                dropIndex(model, oldName),
                dropForeignKey(model, oldName),
                alter(model) + "RENAME COLUMN " + quote(oldName) + " TO " + quote(newName));
    }

    /** Says whether a column must be set. */
    public static String setRequired(ModelDef model, FieldDef field, boolean required) {
        return alter(model) + "ALTER COLUMN " + quote(field.name()) + (required ? " SET" : " DROP") + " NOT NULL";
    }

    /** Removes a column with all that hangs on it. */
    public static String dropColumn(ModelDef model, String column) {
        return alter(model) + "DROP COLUMN IF EXISTS " + quote(column) + " CASCADE";
    }

    /** Removes a table with all that hangs on it. */
    public static String dropTable(String table) {
        return "DROP TABLE IF EXISTS " + quote(table) + " CASCADE";
    }

    private static String dropIndex(ModelDef model, String column) {
        return "DROP INDEX IF EXISTS " + IndexDdl.name(model.table(), column);
    }

    private static String dropForeignKey(ModelDef model, String column) {
        return alter(model) + "DROP CONSTRAINT IF EXISTS " + quote(model.table() + "_" + column + "_fkey");
    }

    private static String alter(ModelDef model) {
        return "ALTER TABLE " + quote(model.table()) + " ";
    }
}
