package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.sql.SqlFragment;

/** Terms with a dotted path: something of what the first field leads to, or a part of its value. */
final class PathTerms {
    private final RelationTerms relations;
    private final UnstoredTerms unstored;

    PathTerms(RelationTerms relations, UnstoredTerms unstored) {
        this.relations = relations;
        this.unstored = unstored;
    }

    /** The term, whose path is the field's name and {@code rest}. */
    SqlFragment compile(FieldDef field, String rest, Term term, Scope scope) {
        if (field.type().isRelational()) {
            return onRecord(field, rest, term, scope);
        }
        if (field.type() == FieldType.DATE || field.type() == FieldType.DATETIME) {
            return DatePartTerms.compile(field, rest, term, scope);
        }
        throw TermErrors.noProperty(scope, field.name(), rest);
    }

    private SqlFragment onRecord(FieldDef field, String rest, Term term, Scope scope) {
        if (rest.isEmpty() && field.type().isToMany()) {
            throw PythonError.of("AssertionError", "Supporting condition only to field");
        }
        Condition onward = new Term(rest.isEmpty() ? "id" : rest, term.operator(), term.value());
        return field.stored() ? relations.any(field, onward, scope) : unstored.any(field, onward, scope);
    }
}
