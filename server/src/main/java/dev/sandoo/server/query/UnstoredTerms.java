package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;
import java.util.Optional;

/**
 * Terms on fields without a column, in versions with domain objects: related and inherited ones are followed to where the
 * value is, others have a search function or cannot be asked. A path that leads nowhere counts as a missing value.
 * Source: recorded answers, 19.0, related-and-computed and unsearchable-field of orm_domains.
 */
final class UnstoredTerms {
    private final ConditionCompiler compiler;

    UnstoredTerms(ConditionCompiler compiler) {
        this.compiler = compiler;
    }

    SqlFragment compile(Term term, FieldDef field, Scope scope) {
        return RelatedPath.has(field) ? related(term, field, scope) : searched(term, field, scope);
    }

    private SqlFragment searched(Term term, FieldDef field, Scope scope) {
        Optional<Condition> meaning =
                scope.context().searchFunction(scope.model(), field, term.operator(), term.value());
        if (meaning.isPresent()) {
            return compiler.compile(meaning.get(), scope);
        }
        return positive(term)
                .flatMap(positive ->
                        scope.context().searchFunction(scope.model(), field, positive.operator(), positive.value()))
                .map(opposite -> Comparisons.not(compiler.compile(opposite, scope)))
                .orElseThrow(() -> TermErrors.notStored(scope, field.name()));
    }

    private static Optional<Term> positive(Term term) {
        return term.operator().isNegative()
                ? term.operator().opposite().map(opposite -> new Term(term.path(), opposite, term.value()))
                : Optional.empty();
    }

    private SqlFragment related(Term term, FieldDef field, Scope scope) {
        Optional<Term> positive = positive(term);
        if (positive.isPresent()) {
            return Comparisons.not(related(positive.get(), field, scope));
        }
        Condition there = new Term(RelatedPath.last(field), term.operator(), term.value());
        SqlFragment found = along(field, there, scope);
        if (!holdsForMissing(term, field)) {
            return found;
        }
        return Comparisons.or(List.of(found, Comparisons.not(along(field, Condition.TRUE, scope))));
    }

    /** Whether a record from which the path leads nowhere fits the term, which is no negative one. */
    private static boolean holdsForMissing(Term term, FieldDef field) {
        return switch (term.operator()) {
            case EQUALS, IN -> Members.of(term).values().stream().anyMatch(value -> !Truth.of(value));
            case LESS_OR_EQUAL, GREATER_OR_EQUAL -> !Truth.of(term.value()) && hasBlank(field);
            default -> false;
        };
    }

    private static boolean hasBlank(FieldDef field) {
        return field.type().isText() || field.type().isNumeric();
    }

    private SqlFragment along(FieldDef field, Condition there, Scope scope) {
        return compiler.compile(RelatedPath.to(field, there), scope);
    }

    /** The opposite of a term, asked of the record that the path leads to. */
    SqlFragment alongNot(Term term, FieldDef field, Scope scope) {
        return along(field, new Not(new Term(RelatedPath.last(field), term.operator(), term.value())), scope);
    }
}
