package dev.sandoo.server.storage;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.Identifiers;

/** How a field's column is declared. */
public final class ColumnDdl {
    private ColumnDdl() {}

    /** Whether the model's table has a column for the field. */
    public static boolean hasColumn(FieldDef field) {
        return !field.type().isToMany() && (field.hasColumn() || field.companyDependent());
    }

    /** Name, type and whether it must be set, as in {@code "name" varchar NOT NULL}. */
    public static String definition(FieldDef field) {
        return optional(field) + (isNotNull(field) ? " NOT NULL" : "");
    }

    /** Name and type alone. */
    static String optional(FieldDef field) {
        return Identifiers.quote(field.name()) + " " + type(field);
    }

    static String type(FieldDef field) {
        ColumnType type = Columns.typeOf(field);
        boolean limited = type == ColumnType.VARCHAR && field.size().isPresent();
        return limited ? "varchar(" + field.size().getAsInt() + ")" : type.sqlName();
    }

    /** Computed values come after the insert, so that only the others can be held to be there. */
    private static boolean isNotNull(FieldDef field) {
        return field.required() && !field.companyDependent() && !field.isComputed();
    }
}
