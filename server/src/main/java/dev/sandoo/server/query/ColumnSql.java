package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Translation;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.SqlFragment;

/** The SQL expression of a stored field's value as the caller sees it: in their language, for their company. */
public final class ColumnSql {
    private static final String BASE_LANG = "en_US";

    private ColumnSql() {}

    /** The value of the field in the row that {@code alias} stands for; asked only of fields that have a column. */
    public static SqlFragment of(QueryContext context, ModelDef model, String alias, FieldDef field) {
        SqlFragment column = SqlFragment.column(alias, field.name());
        if (field.companyDependent()) {
            return ofCompany(context, model, field, column);
        }
        return field.translation() == Translation.NONE ? column : translated(context.lang(), column);
    }

    private static SqlFragment translated(String lang, SqlFragment column) {
        SqlFragment base = column.append("->>'" + BASE_LANG + "'");
        if (lang.equals(BASE_LANG)) {
            return base.parenthesized();
        }
        return SqlFragment.of("COALESCE(")
                .append(column)
                .append("->>?, ", lang)
                .append(base)
                .append(")");
    }

    private static SqlFragment ofCompany(QueryContext context, ModelDef model, FieldDef field, SqlFragment column) {
        ColumnType type = Columns.plainTypeOf(field);
        String company = Integer.toString(context.companyId());
        SqlFragment value = SqlFragment.of("(").append(column).append("->>?)", company);
        if (type != ColumnType.VARCHAR && type != ColumnType.TEXT) {
            value = value.append("::" + type.sqlName());
        }
        Object fallback = context.companyDefault(model, field);
        if (!Truth.of(fallback)) {
            return value;
        }
        return SqlFragment.of("CASE WHEN jsonb_exists(") // who has emptied the field has said so, and gets no fallback
                .append(column)
                .append(", ?) THEN ", company)
                .append(value)
                .append(" ELSE CAST(? AS " + type.sqlName() + ") END", String.valueOf(fallback));
    }
}
