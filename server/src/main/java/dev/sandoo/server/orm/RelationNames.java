package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;

/** The table of a custom many2many field and its two columns: those of the row, or the ones that Odoo makes up. */
record RelationNames(String table, String column, String otherColumn) {
    static RelationNames of(ModelDef model, ModelDef comodel, CustomRow row) {
        String one = model.table();
        String two = comodel.table();
        String both = one.compareTo(two) <= 0 ? one + "_" + two : two + "_" + one;
        boolean same = one.equals(two);
        return new RelationNames(
                row.optional("relation_table").orElse("x_" + both + "_rel"),
                row.optional("column1").orElse(same ? "id1" : one + "_id"),
                row.optional("column2").orElse(same ? "id2" : two + "_id"));
    }
}
