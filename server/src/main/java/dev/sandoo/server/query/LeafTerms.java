package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Not;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.DomainPrinter;
import dev.sandoo.server.domain.Leaves;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.sql.SqlFragment;

/**
 * Terms as versions understand them whose domains are lists of leaves. What a value means to the column is left to the column:
 * a missing value is none of them, and a negation does not bring it back. Source: recorded answers, 14.0, orm_domains.
 */
final class LeafTerms implements Terms {
    private static final String ID = "id";
    private static final String DISPLAY_NAME = "display_name";

    private final ConditionCompiler compiler;
    private final LeafColumns columns = new LeafColumns();
    private final LeafRelations relations;
    private final Hierarchy hierarchy;

    LeafTerms(ConditionCompiler compiler) {
        this.compiler = compiler;
        this.hierarchy = new Hierarchy(compiler, new TreeLeaves());
        this.relations = new LeafRelations(compiler, columns, hierarchy);
    }

    @Override
    public Condition prepare(Condition condition, Scope scope) {
        return Leaves.matchesNothing(condition) ? Condition.FALSE : condition;
    }

    @Override
    public SqlFragment not(Condition condition, Scope scope) {
        Condition pushed = Leaves.NEGATION.negate(condition);
        if (!(pushed instanceof Not left)) {
            return compiler.compile(pushed, scope);
        }
        SqlFragment part = compiler.compile(left.part(), scope);
        return part.equals(SqlFragment.TRUE) || part.equals(SqlFragment.FALSE)
                ? Comparisons.not(part)
                : SqlFragment.of("NOT ").append(part.parenthesized());
    }

    @Override
    public SqlFragment term(Term term, Scope scope) {
        Term leaf = Leaves.normalize(term);
        if (leaf.operator() == Operator.ANY_SUDO || leaf.operator() == Operator.ANY) {
            return step(leaf, scope);
        }
        int dot = leaf.path().indexOf('.');
        String name = dot < 0 ? leaf.path() : leaf.path().substring(0, dot);
        FieldDef field = field(name, leaf, scope);
        scope.check(field);
        if (!field.stored() && !field.companyDependent()) {
            return unstored(leaf, field, dot, scope);
        }
        if (dot >= 0) {
            return along(field, leaf.path().substring(dot + 1), leaf, scope);
        }
        return onField(leaf, field, scope);
    }

    private static FieldDef field(String name, Term leaf, Scope scope) {
        FieldDef field = scope.model().fields().get(name);
        if (field == null) {
            throw PythonError.valueError(
                    "Invalid field " + scope.model().name() + "." + name + " in leaf " + DomainPrinter.repr(leaf));
        }
        return field;
    }

    /** One step of a path that we follow ourselves, for related and inherited fields. */
    private SqlFragment step(Term leaf, Scope scope) {
        FieldDef field = field(leaf.path(), leaf, scope);
        Scope on = leaf.operator() == Operator.ANY_SUDO ? scope.withSudo() : scope;
        return field.stored() || field.companyDependent()
                ? relations.any(field, (Condition) leaf.value(), on)
                : onward(field, (Condition) leaf.value(), scope);
    }

    private SqlFragment along(FieldDef field, String rest, Term leaf, Scope scope) {
        if (!field.type().isRelational()) {
            throw PythonError.attributeError("'" + className(field.type()) + "' object has no attribute 'auto_join'");
        }
        if (rest.isEmpty()) {
            throw PythonError.valueError(
                    "Invalid leaf " + DomainPrinter.repr(new Term(rest, leaf.operator(), leaf.value())));
        }
        return relations.any(field, new Term(rest, leaf.operator(), leaf.value()), scope);
    }

    /** The Python class of a field type: {@code many2one_reference} is {@code Many2oneReference}. */
    private static String className(FieldType type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.wireName().split("_")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private SqlFragment onField(Term leaf, FieldDef field, Scope scope) {
        if (field.type().isRelational()) {
            return relations.compile(leaf, field, scope);
        }
        if (field.name().equals(ID) && isHierarchical(leaf.operator())) {
            return Comparisons.member(
                    scope.id(), hierarchy.ids(leaf, scope.model(), scope.model().parentName(), scope));
        }
        if (field.type() == FieldType.BINARY && field.attachment()) {
            return attachment(leaf, field, scope);
        }
        return columns.compile(leaf, field, scope);
    }

    static boolean isHierarchical(Operator operator) {
        return operator == Operator.CHILD_OF || operator == Operator.PARENT_OF;
    }

    /** Only whether there is a content can be asked; any other question holds for every record. */
    private static SqlFragment attachment(Term leaf, FieldDef field, Scope scope) {
        boolean equality = leaf.operator() == Operator.EQUALS || leaf.operator() == Operator.NOT_EQUALS;
        if (!equality || Truth.of(leaf.value())) {
            return SqlFragment.TRUE;
        }
        SqlFragment present = BinaryTerms.present(field, scope);
        return leaf.operator() == Operator.EQUALS ? Comparisons.not(present) : present;
    }

    /** A field without a column that cannot be searched is passed over: Odoo logs an error and lets every record match. */
    private SqlFragment unstored(Term leaf, FieldDef field, int dot, Scope scope) {
        if (dot >= 0) {
            return onward(field, new Term(leaf.path().substring(dot + 1), leaf.operator(), leaf.value()), scope);
        }
        if (field.computation().flatMap(Computation::related).isPresent()) {
            return compiler.compile(
                    RelatedPath.toAsCaller(field, new Term(RelatedPath.last(field), leaf.operator(), leaf.value())),
                    scope);
        }
        Condition meaning = field.name().equals(DISPLAY_NAME)
                ? scope.context().nameCondition(scope.model(), leaf.operator(), leaf.value())
                : scope.context()
                        .searchFunction(scope.model(), field, leaf.operator(), leaf.value())
                        .orElse(Condition.TRUE);
        return compiler.compile(meaning, scope);
    }

    /** That a field without a column leads to a record that fits. */
    private SqlFragment onward(FieldDef field, Condition condition, Scope scope) {
        if (field.computation().flatMap(Computation::related).isPresent()) {
            return compiler.compile(
                    RelatedPath.toAsCaller(field, new Term(RelatedPath.last(field), Operator.ANY, condition)), scope);
        }
        Condition meaning = scope.context()
                .searchFunction(scope.model(), field, Operator.ANY, condition)
                .orElse(Condition.TRUE);
        return compiler.compile(meaning, scope);
    }
}
