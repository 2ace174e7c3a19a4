package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.AllOf;
import dev.sandoo.server.domain.Condition.AnyOf;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.domain.DomainPrinter;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The first of two passes over a condition, in versions with domain objects: finds what is wrong in itself, whatever else the
 * condition says, and puts terms in the few forms that the second pass knows: {@code =?} and empty patterns are gone, paths
 * through records have become {@code any}. Source: recorded answers, 19.0, orm_domains.
 */
final class DomainSimplifier implements Condition.Visitor<Condition> {
    private final QueryContext context;
    private final ModelDef model;

    DomainSimplifier(QueryContext context, ModelDef model) {
        this.context = context;
        this.model = model;
    }

    @Override
    public Condition allOf(AllOf node) {
        List<Condition> parts = parts(node.parts(), Condition.FALSE);
        return parts.contains(Condition.FALSE) ? Condition.FALSE : Condition.allOf(parts);
    }

    @Override
    public Condition anyOf(AnyOf node) {
        List<Condition> parts = parts(node.parts(), Condition.TRUE);
        return parts.contains(Condition.TRUE) ? Condition.TRUE : Condition.anyOf(parts);
    }

    /** Stops at a part that decides: what comes after it is not looked at, wrong or not. */
    private List<Condition> parts(List<Condition> conditions, Condition decisive) {
        List<Condition> simple = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            Condition part = condition.accept(this);
            simple.add(part);
            if (part.equals(decisive)) {
                break;
            }
        }
        return simple;
    }

    @Override
    public Condition not(Not node) {
        Condition part = node.part().accept(this);
        if (part.equals(Condition.TRUE)) {
            return Condition.FALSE;
        }
        return part.equals(Condition.FALSE) ? Condition.TRUE : new Not(part);
    }

    @Override
    public Condition term(Term term) {
        int dot = term.path().indexOf('.');
        String name = dot < 0 ? term.path() : term.path().substring(0, dot);
        if (name.isEmpty()) {
            throw PythonError.valueError("Invalid field expression ''");
        }
        FieldDef field = model.fields().get(name);
        if (field == null) {
            throw PythonError.valueError(
                    "Invalid field " + model.name() + "." + name + " in condition " + DomainPrinter.repr(term));
        }
        if (dot >= 0) {
            return path(field, term.path().substring(dot + 1), term);
        }
        return onField(new Term(name, term.operator().canonical(), term.value()), field);
    }

    private Condition path(FieldDef field, String rest, Term term) {
        if (!field.type().isRelational()) {
            return term;
        }
        if (rest.isEmpty() && field.type().isToMany()) {
            throw PythonError.of("AssertionError", "Supporting condition only to field");
        }
        Term onward = new Term(rest.isEmpty() ? "id" : rest, term.operator(), term.value());
        return any(new Term(field.name(), Operator.ANY, onward), field);
    }

    private Condition onField(Term term, FieldDef field) {
        return switch (term.operator()) {
            case EQUALS_IF_SET ->
                Truth.of(term.value())
                        ? members(new Term(term.path(), Operator.EQUALS, term.value()), field)
                        : Condition.TRUE;
            case EQUALS, NOT_EQUALS, IN, NOT_IN -> members(term, field);
            case LIKE, NOT_LIKE, ILIKE, NOT_ILIKE -> pattern(term, field);
            case EQUALS_LIKE, NOT_EQUALS_LIKE, EQUALS_ILIKE, NOT_EQUALS_ILIKE -> wholePattern(term, field);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> inequality(term, field);
            case CHILD_OF, PARENT_OF -> hierarchical(term, field);
            case ANY, NOT_ANY, ANY_SUDO, NOT_ANY_SUDO -> any(term, field);
            case EQUALS_TWICE, LESS_GREATER ->
                throw new IllegalArgumentException(term.operator().text());
        };
    }

    private Condition members(Term term, FieldDef field) {
        Members members = Members.of(term);
        if (members.values().isEmpty()) {
            return members.negative() ? Condition.TRUE : Condition.FALSE;
        }
        if (isMoment(field)) {
            boolean isNone = term.value() == null;
            members.values().stream()
                    .filter(value -> !Boolean.FALSE.equals(value) && !isNone)
                    .forEach(value -> checkMoment(value, field));
        }
        return term;
    }

    private static boolean isMoment(FieldDef field) {
        return field.type() == FieldType.DATE || field.type() == FieldType.DATETIME;
    }

    private void checkMoment(Object value, FieldDef field) {
        if (field.type() == FieldType.DATE) {
            DateReader.date(value, context);
        } else {
            DateReader.datetime(value, context);
        }
    }

    /** Nothing is part of every text, and of the name of every record there is. */
    private static Condition pattern(Term term, FieldDef field) {
        boolean negative = term.operator().isNegative();
        if (Truth.of(term.value())) {
            return text(term, field);
        }
        if (field.type().isRelational()) {
            return Condition.term(term.path(), negative ? Operator.EQUALS : Operator.NOT_EQUALS, false);
        }
        return negative ? Condition.FALSE : Condition.TRUE;
    }

    private static Condition wholePattern(Term term, FieldDef field) {
        if (!Truth.of(term.value())) {
            boolean negative = term.operator().isNegative();
            return Condition.term(term.path(), negative ? Operator.NOT_EQUALS : Operator.EQUALS, false);
        }
        if (!(term.value() instanceof String)) {
            throw TermErrors.patternIsNoText(term);
        }
        return text(term, field);
    }

    private static Condition text(Term term, FieldDef field) {
        Term text = new Term(term.path(), term.operator(), PythonRepr.text(term.value()));
        if (field.type() == FieldType.BOOLEAN) {
            throw TermErrors.notBoolean(text);
        }
        return text;
    }

    private Condition inequality(Term term, FieldDef field) {
        if (field.type() == FieldType.BOOLEAN) {
            throw TermErrors.notBoolean(term);
        }
        if (field.type().isRelational() && term.value() instanceof String) {
            throw TermErrors.noInequality(term);
        }
        boolean isNone = term.value() == null || Boolean.FALSE.equals(term.value());
        if (isMoment(field) && !isNone) {
            checkMoment(term.value(), field);
        }
        return term;
    }

    private static Condition hierarchical(Term term, FieldDef field) {
        if (field.type() == FieldType.BOOLEAN) {
            throw TermErrors.notBoolean(term);
        }
        if (term.value() == null || Boolean.FALSE.equals(term.value())) {
            return Condition.FALSE;
        }
        boolean isTree = field.type().isRelational() || field.name().equals("id");
        if (isTree && (term.value() instanceof Double || term.value() instanceof Map)) {
            throw TermErrors.unsupported(term);
        }
        return term;
    }

    private Condition any(Term term, FieldDef field) {
        boolean isId = field.name().equals("id");
        Condition sub = DomainParser.of(context.version()).parse(term.value());
        if (!field.type().isRelational() && !isId) {
            throw TermErrors.notRelational(new Term(term.path(), term.operator(), sub));
        }
        ModelDef comodel = isId ? model : context.model(field.comodel()).orElseThrow();
        Condition simple = sub.accept(new DomainSimplifier(context, comodel));
        if (simple.equals(Condition.FALSE)) {
            return term.operator().isNegative() ? Condition.TRUE : Condition.FALSE;
        }
        return new Term(term.path(), term.operator(), simple);
    }
}
