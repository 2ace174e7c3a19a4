package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.DomainParser;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.query.Comparisons.Missing;
import dev.sandoo.server.sql.ColumnType;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Terms on relational fields in versions with domain objects: ids and names may be mixed, and every negative is the exact
 * opposite of its positive. Source: recorded answers, 19.0, {@code many2one-*}, {@code one2many-*}, {@code many2many-*}.
 */
final class RelationTerms implements FieldTerms {
    private final ConditionCompiler compiler;
    private final Hierarchy hierarchy;

    RelationTerms(ConditionCompiler compiler) {
        this.compiler = compiler;
        this.hierarchy = new Hierarchy(compiler, new TreeObjects());
    }

    @Override
    public SqlFragment compile(Term term, FieldDef field, Scope scope) {
        return switch (term.operator()) {
            case EQUALS, NOT_EQUALS, IN, NOT_IN -> members(term, field, scope);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> inequality(term, field, scope);
            case CHILD_OF, PARENT_OF -> related(term, field, scope);
            case ANY, NOT_ANY -> negated(term, any(field, (Condition) term.value(), scope));
            case ANY_SUDO, NOT_ANY_SUDO -> negated(term, any(field, (Condition) term.value(), scope.withSudo()));
            default -> pattern(term, field, scope);
        };
    }

    /** That the field leads to a record that fits the condition and that the caller may see. */
    SqlFragment any(FieldDef field, Condition condition, Scope scope) {
        Scope inner = scope.enter(scope.comodel(field)).withActiveTest(testsActive(field, scope));
        Condition whole = field.type() == FieldType.MANY2ONE
                ? condition
                : ownDomain(field, scope).and(condition);
        return RelationSql.exists(field, scope, inner, compiler.search(whole, inner));
    }

    /** A many2one may lead to an archived record; lists leave them out, unless the call or the field says otherwise. */
    private static boolean testsActive(FieldDef field, Scope scope) {
        boolean fieldShowsAll = field.attributes().get("context") instanceof Map<?, ?> context
                && Boolean.FALSE.equals(context.get("active_test"));
        return field.type().isToMany() && scope.context().activeTest() && !fieldShowsAll;
    }

    /** The field's own domain, when it is one that the server and not the client evaluates. */
    private static Condition ownDomain(FieldDef field, Scope scope) {
        return field.relation()
                .flatMap(relation -> relation.domain())
                .filter(List.class::isInstance)
                .map(DomainParser.of(scope.context().version())::parse)
                .orElse(Condition.TRUE);
    }

    private static SqlFragment negated(Term term, SqlFragment positive) {
        return term.operator().isNegative() ? Comparisons.not(positive) : positive;
    }

    private SqlFragment members(Term term, FieldDef field, Scope scope) {
        Members members = Members.of(term);
        Targets targets = Targets.of(members.values());
        if (field.type() == FieldType.MANY2ONE) {
            return many2one(targets, members.negative(), field, scope);
        }
        SqlFragment positive = Comparisons.or(parts(targets, field, scope));
        return members.negative() ? Comparisons.not(positive) : positive;
    }

    private SqlFragment many2one(Targets targets, boolean negative, FieldDef field, Scope scope) {
        SqlFragment column = scope.column(field);
        if (targets.zero()) { // as Odoo answers: nothing but a missing value differs from record 0
            return negative
                    ? column.append(" IS NULL")
                    : Comparisons.in(column, ColumnType.INT4, targets.ids(), Missing.EXCLUDED);
        }
        Missing missing = targets.missing() ? Missing.INCLUDED : Missing.EXCLUDED;
        List<SqlFragment> parts = new ArrayList<>();
        if (!targets.names().isEmpty()) {
            SqlFragment named = named(Operator.IN, targets.names(), field, scope);
            parts.add(negative ? Comparisons.not(named) : named);
        }
        parts.add(
                negative
                        ? Comparisons.notIn(column, ColumnType.INT4, targets.ids(), missing)
                        : Comparisons.in(column, ColumnType.INT4, targets.ids(), missing));
        return negative ? Comparisons.and(parts) : Comparisons.or(parts);
    }

    private List<SqlFragment> parts(Targets targets, FieldDef field, Scope scope) {
        List<SqlFragment> parts = new ArrayList<>();
        if (!targets.ids().isEmpty()) {
            parts.add(linked(targets.ids(), field, scope));
        }
        if (!targets.names().isEmpty()) {
            parts.add(named(Operator.IN, targets.names(), field, scope));
        }
        if (targets.missing() || targets.zero()) {
            parts.add(Comparisons.not(some(field, scope)));
        }
        return parts;
    }

    /** Ids are looked up whether archived or not. */
    private SqlFragment linked(List<Integer> ids, FieldDef field, Scope scope) {
        if (isPlainLink(field, scope)) {
            return RelationSql.linksAny(field, scope, ids);
        }
        return own(field, Condition.term("id", Operator.IN, ids), scope);
    }

    /** Rules, which read in sudo, ask for the companies above the user's with each statement. */
    private static Optional<Set<Integer>> knownAbove(Term term, FieldDef field, ModelDef comodel, Scope scope) {
        boolean byIds = term.value() instanceof Collection<?> values
                && !values.isEmpty()
                && values.stream().allMatch(Integer.class::isInstance);
        if (!byIds
                || term.operator() != Operator.PARENT_OF
                || field.type() != FieldType.MANY2ONE
                || scope.rights() != Scope.Rights.SUDO) {
            return Optional.empty();
        }
        List<Integer> ids =
                ((Collection<?>) term.value()).stream().map(Integer.class::cast).toList();
        return scope.context().withThoseAbove(comodel, ids);
    }

    /** Whether the relation table alone says what the caller may know. */
    private static boolean isPlainLink(FieldDef field, Scope scope) {
        return field.type() == FieldType.MANY2MANY
                && scope.known(scope.comodel(field)).equals(Condition.TRUE);
    }

    private SqlFragment some(FieldDef field, Scope scope) {
        return isPlainLink(field, scope) ? RelationSql.linksSome(field, scope) : own(field, Condition.TRUE, scope);
    }

    private SqlFragment own(FieldDef field, Condition condition, Scope scope) {
        ModelDef comodel = scope.comodel(field);
        Scope inner = scope.enter(comodel).withSudo().withActiveTest(false);
        requireInverse(field, inner);
        Condition whole = ownDomain(field, scope).and(condition).and(scope.known(comodel));
        return RelationSql.exists(field, scope, inner, compiler.search(whole, inner));
    }

    /** Ids are compared in SQL, where an inverse that only code works out has no place; conditions find it all the same. */
    private static void requireInverse(FieldDef field, Scope inner) {
        if (field.type() == FieldType.ONE2MANY) {
            FieldDef inverse = RelationSql.inverseOf(field, inner.model());
            if (!inverse.hasColumn() && !RelatedPath.has(inverse)) {
                throw TermErrors.notStored(inner, inverse.name());
            }
        }
    }

    private SqlFragment named(Operator operator, Object text, FieldDef field, Scope scope) {
        ModelDef comodel = scope.comodel(field);
        return any(field, scope.context().nameCondition(comodel, operator, text), scope);
    }

    private SqlFragment pattern(Term term, FieldDef field, Scope scope) {
        boolean negative = term.operator().isNegative();
        Operator positive = negative ? term.operator().opposite().orElseThrow() : term.operator();
        return negated(term, named(positive, term.value(), field, scope));
    }

    private SqlFragment inequality(Term term, FieldDef field, Scope scope) {
        if (field.type() != FieldType.MANY2ONE) {
            throw PythonError.of(
                    "AssertionError",
                    "Relational field " + scope.model().name() + "." + field.name() + " expects 'any' operator");
        }
        if (!Truth.of(term.value())
                        && (term.operator() == Operator.GREATER || term.operator() == Operator.GREATER_OR_EQUAL)
                || term.value() == null
                || Boolean.FALSE.equals(term.value())) {
            return SqlFragment.FALSE;
        }
        if (!(term.value() instanceof Number)) {
            throw DatabaseRefusal.undefinedOperator("integer", term.operator().text(), "boolean");
        }
        return scope.column(field).append(" " + term.operator().text() + " ?", term.value());
    }

    /**
     * {@code child_of} and {@code parent_of}. A field that leads to the same model is itself the way up the tree, and a
     * many2one of that kind is asked about the record as such.
     */
    private SqlFragment related(Term term, FieldDef field, Scope scope) {
        ModelDef comodel = scope.comodel(field);
        boolean sameModel = comodel.name().equals(scope.model().name());
        String parent = sameModel ? field.name() : comodel.parentName();
        Optional<Set<Integer>> known = sameModel ? Optional.empty() : knownAbove(term, field, comodel, scope);
        if (known.isPresent()) {
            return Comparisons.in(scope.column(field), ColumnType.INT4, List.copyOf(known.get()), Missing.EXCLUDED);
        }
        SqlFragment ids = hierarchy.ids(term, comodel, parent, scope);
        if (field.type() == FieldType.MANY2ONE) {
            return Comparisons.member(sameModel ? scope.id() : scope.column(field), ids);
        }
        if (ids.equals(SqlFragment.FALSE)) {
            return ids;
        }
        if (field.type() == FieldType.MANY2MANY) {
            return RelationSql.linksAmong(field, scope, ids);
        }
        Scope inner = scope.enter(comodel);
        return RelationSql.exists(field, scope, inner, Comparisons.member(inner.id(), ids));
    }
}
