package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Locale;
import java.util.Set;

/** Terms on booleans: missing is false, and only membership makes sense. Source: recorded answers, 19.0, {@code boolean-*}. */
final class BooleanTerms implements FieldTerms {
    private static final Set<String> TRUE_TEXTS = Set.of("1", "true", "yes", "y", "on", "t");

    @Override
    public SqlFragment compile(Term term, FieldDef field, Scope scope) {
        return switch (term.operator()) {
            case EQUALS_IF_SET ->
                Truth.of(term.value())
                        ? members(new Term(term.path(), Operator.EQUALS, term.value()), field, scope)
                        : SqlFragment.TRUE;
            case EQUALS, NOT_EQUALS, IN, NOT_IN -> members(term, field, scope);
            case LIKE, NOT_LIKE, ILIKE, NOT_ILIKE, EQUALS_LIKE, NOT_EQUALS_LIKE, EQUALS_ILIKE, NOT_EQUALS_ILIKE ->
                pattern(term, field, scope);
            case ANY, NOT_ANY, ANY_SUDO, NOT_ANY_SUDO -> throw TermErrors.notRelational(SubDomains.parsed(term, scope));
            default -> throw TermErrors.notBoolean(term);
        };
    }

    private static SqlFragment members(Term term, FieldDef field, Scope scope) {
        Members members = Members.of(term);
        boolean hasTrue = false;
        boolean hasFalse = false;
        for (Object value : members.values()) {
            boolean truth = value instanceof String text ? isTrue(text) : Truth.of(value);
            hasTrue |= truth;
            hasFalse |= !truth;
        }
        if (hasTrue == hasFalse) {
            return hasTrue == members.negative() ? SqlFragment.FALSE : SqlFragment.TRUE;
        }
        return scope.column(field).append(hasTrue == members.negative() ? " IS NOT TRUE" : " IS TRUE");
    }

    private static boolean isTrue(String text) {
        return TRUE_TEXTS.contains(text.toLowerCase(Locale.ROOT));
    }

    private static SqlFragment pattern(Term term, FieldDef field, Scope scope) {
        boolean whole = PatternTerms.isWhole(term.operator());
        boolean negative = term.operator().isNegative();
        if (!Truth.of(term.value())) {
            Term missing = new Term(term.path(), negative ? Operator.NOT_EQUALS : Operator.EQUALS, false);
            return whole ? members(missing, field, scope) : negative ? SqlFragment.FALSE : SqlFragment.TRUE;
        }
        if (whole && !(term.value() instanceof String)) {
            throw TermErrors.patternIsNoText(term);
        }
        throw TermErrors.notBoolean(new Term(term.path(), term.operator(), PythonRepr.text(term.value())));
    }
}
