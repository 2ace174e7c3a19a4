package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.query.Comparisons.Missing;
import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.SqlFragment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Terms on a field with one plain value. What the value's type makes of wire values is its {@link ValueReader}'s. */
final class ScalarTerms implements FieldTerms {
    private final ValueReader reader;

    ScalarTerms(ValueReader reader) {
        this.reader = reader;
    }

    @Override
    public SqlFragment compile(Term term, FieldDef field, Scope scope) {
        return switch (term.operator()) {
            case EQUALS, NOT_EQUALS, IN, NOT_IN -> members(term, field, scope);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> inequality(term, field, scope);
            default -> pattern(term, field, scope);
        };
    }

    private SqlFragment members(Term term, FieldDef field, Scope scope) {
        Members members = Members.of(term);
        Missing missing = Missing.EXCLUDED;
        Set<Object> values = new LinkedHashSet<>();
        for (Object wire : members.values()) {
            Optional<Object> value = reader.member(wire, field);
            if (value.isEmpty() || value.equals(reader.blank(field))) {
                missing = Missing.INCLUDED;
                reader.blank(field).ifPresent(values::add);
            } else {
                value.filter(each -> fits(each, field)).ifPresent(values::add);
            }
        }
        return members.negative()
                ? Comparisons.notIn(scope.column(field), type(field), List.copyOf(values), missing)
                : Comparisons.in(scope.column(field), type(field), List.copyOf(values), missing);
    }

    /** An integer too large for the column equals none of its values; bound in an array it would be an error. */
    private static boolean fits(Object value, FieldDef field) {
        return type(field) != ColumnType.INT4 || value instanceof Integer;
    }

    private static ColumnType type(FieldDef field) {
        return Columns.plainTypeOf(field);
    }

    private SqlFragment pattern(Term term, FieldDef field, Scope scope) {
        SqlFragment column = scope.column(field);
        boolean text = type(field) == ColumnType.VARCHAR || type(field) == ColumnType.TEXT;
        return PatternTerms.compile(term, text ? column : column.append("::text"));
    }

    private SqlFragment inequality(Term term, FieldDef field, Scope scope) {
        Optional<Object> bound = reader.bound(term.value(), field);
        if (bound.isEmpty()) {
            return SqlFragment.FALSE;
        }
        SqlFragment column = scope.column(field);
        SqlFragment compared = column.append(" " + term.operator().text() + " ?", bound.get());
        boolean missingHolds = reader.blank(field)
                .filter(blank -> Inequality.holds(blank, term.operator(), bound.get()))
                .isPresent();
        return missingHolds ? Comparisons.or(List.of(compared, column.append(" IS NULL"))) : compared;
    }
}
