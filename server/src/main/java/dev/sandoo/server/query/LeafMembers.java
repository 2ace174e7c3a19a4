package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.query.Comparisons.Missing;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** {@code in} and {@code not in} on a column. What equals False in Python, zero among it, stands for a missing value. */
final class LeafMembers {
    SqlFragment compile(Operator operator, Collection<?> given, FieldDef field, SqlFragment column) {
        if (field.type() == FieldType.BOOLEAN) {
            return booleans(operator, given, column);
        }
        Missing missing = Missing.EXCLUDED;
        List<Object> values = new ArrayList<>(given.size());
        for (Object value : given) {
            if (LeafColumns.isEqual(value, false)) {
                missing = Missing.INCLUDED;
            } else if (value == null) {
                values.add(null); // NULL equals nothing, and makes "not in" find nothing
            } else if (fits(value, field)) {
                values.add(LeafValues.convert(value, field));
            }
        }
        return operator == Operator.IN ? in(column, field, values, missing) : notIn(column, field, values, missing);
    }

    /** A number that is none of the column's equals none of its values; bound in an array it would be an error. */
    private static boolean fits(Object value, FieldDef field) {
        boolean fraction = value instanceof Number number && number.doubleValue() != number.intValue();
        return !(fraction && isKey(field));
    }

    private static boolean isKey(FieldDef field) {
        return field.type() == FieldType.MANY2ONE
                || field.type() == FieldType.MANY2ONE_REFERENCE
                || field.name().equals("id");
    }

    private static SqlFragment in(SqlFragment column, FieldDef field, List<Object> values, Missing missing) {
        SqlFragment isMissing = column.append(" IS NULL");
        if (values.isEmpty()) {
            return missing == Missing.INCLUDED ? isMissing : SqlFragment.FALSE;
        }
        SqlFragment member = column.append(" = ANY(?)", Comparisons.array(Columns.plainTypeOf(field), values));
        return missing == Missing.INCLUDED ? Comparisons.or(List.of(member, isMissing)) : member;
    }

    private static SqlFragment notIn(SqlFragment column, FieldDef field, List<Object> values, Missing missing) {
        SqlFragment isPresent = column.append(" IS NOT NULL");
        if (values.isEmpty()) {
            return missing == Missing.INCLUDED ? isPresent : SqlFragment.TRUE;
        }
        SqlFragment other = column.append(" <> ALL(?)", Comparisons.array(Columns.plainTypeOf(field), values));
        return missing == Missing.INCLUDED ? other : Comparisons.or(List.of(other, column.append(" IS NULL")));
    }

    private static SqlFragment booleans(Operator operator, Collection<?> given, SqlFragment column) {
        boolean hasTrue = given.stream().anyMatch(value -> LeafColumns.isEqual(value, true));
        boolean hasFalse = given.stream().anyMatch(value -> LeafColumns.isEqual(value, false));
        boolean negative = operator == Operator.NOT_IN;
        if (hasTrue == hasFalse) {
            return hasTrue == negative ? SqlFragment.FALSE : SqlFragment.TRUE;
        }
        return column.append(hasTrue == negative ? " IS NOT TRUE" : " IS TRUE");
    }
}
