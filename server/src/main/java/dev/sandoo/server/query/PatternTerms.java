package dev.sandoo.server.query;

import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;

/** The {@code like} family on an expression that is text. */
final class PatternTerms {
    private PatternTerms() {}

    static boolean handles(Operator operator) {
        return switch (operator) {
            case LIKE, NOT_LIKE, ILIKE, NOT_ILIKE -> true;
            default -> isWhole(operator);
        };
    }

    /** Whether the pattern must match the whole value. */
    static boolean isWhole(Operator operator) {
        return switch (operator) {
            case EQUALS_LIKE, NOT_EQUALS_LIKE, EQUALS_ILIKE, NOT_EQUALS_ILIKE -> true;
            default -> false;
        };
    }

    /** The text matches the term's pattern; a missing text matches only negatives. */
    static SqlFragment compile(Term term, SqlFragment text) {
        String given = PythonRepr.text(term.value());
        String pattern = isWhole(term.operator()) ? given : "%" + given + "%";
        SqlFragment match = text.append(" " + sqlOperator(term.operator()) + " ?", pattern);
        return term.operator().isNegative() ? Comparisons.or(List.of(match, text.append(" IS NULL"))) : match;
    }

    static String sqlOperator(Operator operator) {
        return switch (operator) {
            case LIKE, EQUALS_LIKE -> "LIKE";
            case ILIKE, EQUALS_ILIKE -> "ILIKE";
            case NOT_LIKE, NOT_EQUALS_LIKE -> "NOT LIKE";
            case NOT_ILIKE, NOT_EQUALS_ILIKE -> "NOT ILIKE";
            default -> throw new IllegalArgumentException(operator.text());
        };
    }
}
