package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Translation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.DomainPrinter;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Collection;
import java.util.List;

/** Leaves on a field with a column. Source: recorded answers, 14.0, orm_domains. */
final class LeafColumns {
    private final LeafMembers members = new LeafMembers();
    private final LeafTranslations translations = new LeafTranslations();

    SqlFragment compile(Term leaf, FieldDef field, Scope scope) {
        SqlFragment column = scope.column(field);
        if (field.companyDependent()) {
            return companyDependent(leaf, field, column);
        }
        if (field.translation() == Translation.WHOLE && Truth.of(leaf.value())) {
            return translations.compile(leaf, column);
        }
        return compile(leaf, field, column);
    }

    /** Values of a company were records of their own: where there is none, no leaf but "is not there" could find it. */
    private SqlFragment companyDependent(Term leaf, FieldDef field, SqlFragment column) {
        return Comparisons.and(List.of(compile(leaf, field, column), column.append(" IS NOT NULL")));
    }

    private SqlFragment compile(Term leaf, FieldDef field, SqlFragment column) {
        return switch (leaf.operator()) {
            case IN, NOT_IN -> {
                if (!(leaf.value() instanceof Collection<?> values)) {
                    throw PythonError.valueError("Invalid domain term " + DomainPrinter.repr(leaf));
                }
                yield members.compile(leaf.operator(), values, field, column);
            }
            case EQUALS, NOT_EQUALS -> equality(leaf, field, column);
            case EQUALS_IF_SET ->
                isNone(leaf.value())
                        ? SqlFragment.TRUE
                        : equality(new Term(leaf.path(), Operator.EQUALS, leaf.value()), field, column);
            case LIKE, NOT_LIKE, ILIKE, NOT_ILIKE -> contains(leaf, field, column);
            case EQUALS_LIKE, EQUALS_ILIKE -> wholePattern(leaf, field, column);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> compared(leaf, field, column);
            default -> throw DatabaseRefusal.syntaxError(leaf.operator().text());
        };
    }

    static boolean isNone(Object value) {
        return value == null || Boolean.FALSE.equals(value);
    }

    private SqlFragment equality(Term leaf, FieldDef field, SqlFragment column) {
        boolean negative = leaf.operator() == Operator.NOT_EQUALS;
        if (field.type() == FieldType.BOOLEAN && (isEqual(leaf.value(), false) || isEqual(leaf.value(), true))) {
            boolean wantsTrue = isEqual(leaf.value(), true) != negative;
            return column.append(wantsTrue ? " IS TRUE" : " IS NOT TRUE");
        }
        if (isNone(leaf.value())) {
            return column.append(negative ? " IS NOT NULL" : " IS NULL");
        }
        return compared(leaf, field, column);
    }

    /** Python's equality with a truth value: 1 is True, 0.0 is False, nothing else is either. */
    static boolean isEqual(Object value, boolean truth) {
        if (value instanceof Boolean flag) {
            return flag == truth;
        }
        return value instanceof Number number && number.doubleValue() == (truth ? 1 : 0);
    }

    private SqlFragment compared(Term leaf, FieldDef field, SqlFragment column) {
        String operator =
                leaf.operator() == Operator.NOT_EQUALS ? "<>" : leaf.operator().text();
        SqlFragment compared =
                column.append(" " + operator + " ").append(LeafValues.operand(leaf.value(), field, leaf.operator()));
        return leaf.operator() == Operator.NOT_EQUALS && Truth.of(leaf.value())
                ? orMissing(compared, column)
                : compared;
    }

    private static SqlFragment orMissing(SqlFragment condition, SqlFragment column) {
        return Comparisons.or(List.of(condition, column.append(" IS NULL")));
    }

    private static SqlFragment text(FieldDef field, SqlFragment column) {
        return switch (Columns.plainTypeOf(field)) {
            case VARCHAR, TEXT -> column;
            default -> column.append("::text");
        };
    }

    /** A missing value contains whatever is nothing, and lacks whatever is something. */
    private SqlFragment contains(Term leaf, FieldDef field, SqlFragment column) {
        String given = isNone(leaf.value()) ? "" : PythonRepr.text(leaf.value());
        SqlFragment match =
                text(field, column).append(" " + PatternTerms.sqlOperator(leaf.operator()) + " ?", "%" + given + "%");
        return leaf.operator().isNegative() || !Truth.of(leaf.value()) ? orMissing(match, column) : match;
    }

    private SqlFragment wholePattern(Term leaf, FieldDef field, SqlFragment column) {
        Object value = LeafValues.pattern(leaf.value(), field);
        if (value == null) {
            return text(field, column).append(" " + PatternTerms.sqlOperator(leaf.operator()) + " NULL");
        }
        if (!(value instanceof String pattern)) {
            throw DatabaseRefusal.undefinedOperator("text", "~~", PythonRepr.typeName(value));
        }
        return text(field, column).append(" " + PatternTerms.sqlOperator(leaf.operator()) + " ?", pattern);
    }
}
