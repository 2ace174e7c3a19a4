package dev.sandoo.server.query;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.DomainPrinter;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.List;

/** What versions with domain objects say of terms that make no sense. Source: recorded answers, 19.0, orm_domains. */
final class TermErrors {
    private TermErrors() {}

    static PythonError notHierarchical(Term term, Scope scope) {
        return PythonError.valueError("Cannot execute " + term.operator().text() + " for "
                + scope.model().name() + "." + term.path() + ", works only for relational fields" + in(term));
    }

    static PythonError noParent(ModelDef model, String parent, List<Object> ids) {
        return PythonError.valueError("Invalid field " + model.name() + "." + parent + " in condition ("
                + PythonRepr.of(parent) + ", 'in', OrderedSet(" + PythonRepr.of(ids) + "))");
    }

    static PythonError notRelational(Term term) {
        return PythonError.valueError("Cannot use 'any' with non-relational fields" + in(term));
    }

    static PythonError patternIsNoText(Term term) {
        return PythonError.typeError("The pattern to match must be a string" + in(term));
    }

    static PythonError noInequality(Term term) {
        return PythonError.typeError("Inequality not supported for relational field using a string" + in(term));
    }

    static PythonError notBoolean(Term term) {
        return PythonError.valueError("Cannot compare " + PythonRepr.of(term.path()) + " to <class '"
                + PythonRepr.typeName(term.value()) + "'> which is not a collection of length 1" + in(term));
    }

    static PythonError notStored(Scope scope, String field) {
        return PythonError.valueError(
                "Cannot convert " + scope.model().name() + "." + field + " to SQL because it is not stored");
    }

    static PythonError notAlongMany2ones(Scope scope, String field, String path, String step) {
        return PythonError.valueError("Cannot convert " + scope.model().name() + "." + field + " (related=" + path
                + ") to SQL because " + step + " is not a Many2one");
    }

    static PythonError notGrouped(String field) {
        return PythonError.valueError("Group by non-stored many2many field: " + PythonRepr.of(field));
    }

    static PythonError unsupported(Term term) {
        return PythonError.valueError(
                "Value of type <class '" + PythonRepr.typeName(term.value()) + "'> is not supported" + in(term));
    }

    static PythonError noProperty(Scope scope, String field, String property) {
        return PythonError.valueError("Invalid field property " + PythonRepr.of(property) + " on "
                + scope.model().name() + "." + field);
    }

    static PythonError noPropertyNamed(Scope scope, String field) {
        return PythonError.valueError(
                "Missing property name for " + scope.model().name() + "." + field);
    }

    static PythonError unhashable(Object value) {
        return PythonError.typeError("unhashable type: '" + PythonRepr.typeName(value) + "'");
    }

    private static String in(Term term) {
        return " in condition " + DomainPrinter.repr(term);
    }
}
