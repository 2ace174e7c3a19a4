package dev.sandoo.server.storage;

import static dev.sandoo.server.sql.Identifiers.quote;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How models' tables, relation tables and views are made; constraints and indexes come later. */
public final class TableDdl {
    private TableDdl() {}

    /** The table of a model with all its columns. */
    public static String create(ModelDef model) {
        return create(model, Optional.empty(), new ColumnOrder(List.of()));
    }

    /** The table of a model whose rows are rows of the parent's table too. */
    static String create(ModelDef model, Optional<ModelDef> parent, ColumnOrder order) {
        List<String> columns = new ArrayList<>();
        columns.add(parent.map(TableDdl::sharedId).orElse("\"id\" serial PRIMARY KEY"));
        fields(model)
                .sorted(order.of(model))
                .map(field -> HandMadeTables.column(model, field))
                .forEach(columns::add);
        columns.addAll(HandMadeTables.extraColumns(model));
        String inherits = parent.filter(other -> fits(model, other))
                .map(other -> " INHERITS (" + quote(other.table()) + ")")
                .orElse("");
        return "CREATE TABLE " + quote(model.table()) + " (" + String.join(", ", columns) + ")" + inherits;
    }

    /** A view without rows, for a model whose records Odoo computes. */
    static String createEmptyView(ModelDef model) {
        List<String> columns = new ArrayList<>();
        columns.add("NULL::int4 AS \"id\"");
        fields(model)
                .map(field -> "NULL::" + ColumnDdl.type(field) + " AS " + quote(field.name()))
                .forEach(columns::add);
        return "CREATE VIEW " + quote(model.table()) + " AS SELECT " + String.join(", ", columns) + " WHERE FALSE";
    }

    /** The table of a many2many field. */
    static String create(RelationTable relation) {
        String column = quote(relation.near().column());
        String otherColumn = quote(relation.far().column());
        return "CREATE TABLE " + quote(relation.name()) + " (" + column + " int4 NOT NULL, " + otherColumn
                + " int4 NOT NULL, PRIMARY KEY (" + column + ", " + otherColumn + "))";
    }

    /** The fields that have a column, save the id. */
    static Stream<FieldDef> fields(ModelDef model) {
        return model.fields().values().stream()
                .filter(field -> !field.name().equals("id") && ColumnDdl.hasColumn(field));
    }

    /** Whether all columns of the parent have the same type in the model's table, as PostgreSQL asks. */
    private static boolean fits(ModelDef model, ModelDef parent) {
        return fields(parent)
                .allMatch(field -> Optional.ofNullable(model.fields().get(field.name()))
                        .map(own -> ColumnDdl.type(own).equals(ColumnDdl.type(field)))
                        .orElse(true));
    }

    private static String sharedId(ModelDef parent) {
        return "\"id\" int4 NOT NULL DEFAULT nextval('" + quote(parent.table() + "_id_seq") + "') PRIMARY KEY";
    }
}
