package dev.sandoo.server.query;

import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Collection;

/**
 * Leaves on a translated field that ask for something, in versions with leaves: the value is put beside the translation as it
 * is, so that only texts fit, and a missing text answers no question. Source: answers of 14.0.
 */
final class LeafTranslations {
    SqlFragment compile(Term leaf, SqlFragment column) {
        return switch (leaf.operator()) {
            case IN -> in(leaf.value(), column);
            case NOT_IN -> throw DatabaseRefusal.syntaxError("ARRAY");
            case LIKE, NOT_LIKE, ILIKE, NOT_ILIKE ->
                column.append(
                        " " + PatternTerms.sqlOperator(leaf.operator()) + " ?",
                        "%" + PythonRepr.text(leaf.value()) + "%");
            case EQUALS_LIKE, EQUALS_ILIKE ->
                column.append(" " + PatternTerms.sqlOperator(leaf.operator()) + " ?", text(leaf));
            case EQUALS, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                column.append(" " + leaf.operator().text() + " ?", text(leaf));
            case NOT_EQUALS -> column.append(" <> ?", text(leaf));
            case EQUALS_IF_SET -> throw refused(leaf.operator(), leaf.value());
            default -> throw DatabaseRefusal.syntaxError(leaf.operator().text());
        };
    }

    private static SqlFragment in(Object value, SqlFragment column) {
        if (value instanceof String) {
            return SqlFragment.FALSE; // one of its letters, which nobody can have meant
        }
        if (!(value instanceof Collection<?> texts)) {
            throw PythonError.typeError("'" + PythonRepr.typeName(value) + "' object is not iterable");
        }
        for (Object text : texts) {
            if (!(text instanceof String)) {
                throw refused(Operator.EQUALS, text);
            }
        }
        return column.append(" = ANY(?)", new SqlArray("text", texts.toArray()));
    }

    private static String text(Term leaf) {
        if (leaf.value() instanceof String text) {
            return text;
        }
        throw refused(leaf.operator(), leaf.value());
    }

    private static PythonError refused(Operator operator, Object value) {
        return DatabaseRefusal.undefinedOperator("text", operator.text(), PythonRepr.typeName(value));
    }
}
