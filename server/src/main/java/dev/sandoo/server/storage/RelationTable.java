package dev.sandoo.server.storage;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.OnDelete;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** The table that holds the pairs of a many2many field, or of two fields that see it from both ends. */
record RelationTable(String name, End near, End far) {
    /** One of its two columns and the model whose ids it holds. */
    record End(String column, String model, OnDelete onDelete) {}

    /** All relation tables by name, save those that are models' tables as well. */
    static Map<String, RelationTable> of(Schema schema) {
        Map<String, RelationTable> tables = new LinkedHashMap<>();
        for (ModelDef model : schema.models().values()) {
            for (FieldDef field : model.fields().values()) {
                if (isKept(model, field)) {
                    RelationTable table = of(model, field.relation().orElseThrow());
                    tables.putIfAbsent(table.name(), table);
                }
            }
        }
        schema.models().values().forEach(model -> tables.remove(model.table()));
        return tables;
    }

    /** The table of a many2many field. */
    static RelationTable of(ModelDef model, Relation relation) {
        return new RelationTable(
                relation.table().orElseThrow(),
                new End(relation.column().orElseThrow(), model.name(), OnDelete.CASCADE),
                new End(relation.otherColumn().orElseThrow(), relation.comodel(), farOnDelete(relation)));
    }

    /** A pair is worth nothing without its end, unless the field forbids to delete that. */
    private static OnDelete farOnDelete(Relation relation) {
        return relation.onDelete() == OnDelete.RESTRICT ? OnDelete.RESTRICT : OnDelete.CASCADE;
    }

    private static boolean isKept(ModelDef model, FieldDef field) {
        return HandMadeTables.hasTable(model)
                && field.stored()
                && field.relation().flatMap(Relation::table).isPresent();
    }
}
