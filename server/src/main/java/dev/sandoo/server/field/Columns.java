package dev.sandoo.server.field;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Translation;
import dev.sandoo.server.sql.ColumnType;

/** Which column a stored field has. */
public final class Columns {
    private Columns() {}

    /** The type of the field's column; asked only of fields that have one. Translated and company-dependent values are jsonb. */
    public static ColumnType typeOf(FieldDef field) {
        if (field.companyDependent() || field.translation() != Translation.NONE) {
            return ColumnType.JSONB;
        }
        return plainTypeOf(field);
    }

    /** The type that a single value has, whatever the column makes of languages and companies. */
    public static ColumnType plainTypeOf(FieldDef field) {
        return switch (field.type()) {
            case BOOLEAN -> ColumnType.BOOL;
            case INTEGER, MANY2ONE, MANY2ONE_REFERENCE -> ColumnType.INT4;
            case FLOAT ->
                field.digits().isPresent() || field.precisionName().isPresent()
                        ? ColumnType.NUMERIC
                        : ColumnType.FLOAT8;
            case MONETARY -> ColumnType.NUMERIC;
            case CHAR, SELECTION, REFERENCE -> ColumnType.VARCHAR;
            case TEXT, HTML -> ColumnType.TEXT;
            case DATE -> ColumnType.DATE;
            case DATETIME -> ColumnType.TIMESTAMP;
            case BINARY -> ColumnType.BYTEA;
            case JSON, PROPERTIES, PROPERTIES_DEFINITION -> ColumnType.JSONB;
            case ONE2MANY, MANY2MANY -> throw new IllegalArgumentException(field.name() + " has no column");
        };
    }
}
