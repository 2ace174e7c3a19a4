package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Locale;
import java.util.Set;

/** Terms on booleans: missing is false, and only membership makes sense. Source: recorded answers, 19.0, {@code boolean-*}. */
final class BooleanTerms implements FieldTerms {
    private static final Set<String> TRUE_TEXTS = Set.of("1", "true", "yes", "y", "on", "t");

    @Override
    public SqlFragment compile(Term term, FieldDef field, Scope scope) {
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
}
