package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Leaves on relational fields. Source: recorded answers, 14.0: many2one, one2many and many2many scenarios of orm_domains. */
final class LeafRelations {
    private final ConditionCompiler compiler;
    private final LeafColumns columns;
    private final Hierarchy hierarchy;

    LeafRelations(ConditionCompiler compiler, LeafColumns columns, Hierarchy hierarchy) {
        this.compiler = compiler;
        this.columns = columns;
        this.hierarchy = hierarchy;
    }

    SqlFragment compile(Term leaf, FieldDef field, Scope scope) {
        if (LeafTerms.isHierarchical(leaf.operator())) {
            return hierarchical(leaf, field, scope);
        }
        return field.type() == FieldType.MANY2ONE ? many2one(leaf, field, scope) : toMany(leaf, field, scope);
    }

    /** That the field leads to a record that fits the condition and that the caller may see. */
    SqlFragment any(FieldDef field, Condition condition, Scope scope) {
        Scope inner = scope.enter(scope.comodel(field)).withActiveTest(testsActive(field, scope));
        return RelationSql.exists(field, scope, inner, compiler.search(condition, inner));
    }

    private static boolean testsActive(FieldDef field, Scope scope) {
        boolean fieldShowsAll = field.attributes().get("context") instanceof Map<?, ?> context
                && Boolean.FALSE.equals(context.get("active_test"));
        return field.type().isToMany() && scope.context().activeTest() && !fieldShowsAll;
    }

    /** A field that leads to the same model is itself the way up the tree, and the record as such is asked about. */
    private SqlFragment hierarchical(Term leaf, FieldDef field, Scope scope) {
        ModelDef comodel = scope.comodel(field);
        boolean sameModel = comodel.name().equals(scope.model().name());
        String parent = sameModel && !comodel.parentStore() ? field.name() : comodel.parentName();
        SqlFragment ids = hierarchy.ids(leaf, comodel, parent, scope);
        if (sameModel) {
            return Comparisons.member(scope.id(), ids);
        }
        if (field.type() == FieldType.MANY2ONE) {
            return Comparisons.member(scope.column(field), ids);
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

    private SqlFragment many2one(Term leaf, FieldDef field, Scope scope) {
        if (!isName(leaf.value())) {
            return columns.compile(leaf, field, scope);
        }
        if (leaf.operator() == Operator.EQUALS_IF_SET) {
            throw DatabaseRefusal.undefinedOperator("integer", "=", "character varying");
        }
        if (leaf.operator().isNegative() && leaf.value() instanceof Collection) {
            throw DatabaseRefusal.syntaxError("ARRAY");
        }
        Operator operator = single(leaf);
        SqlFragment named = named(operator, leaf.value(), field, scope);
        return operator.isNegative()
                ? Comparisons.or(List.of(named, scope.column(field).append(" IS NULL")))
                : named;
    }

    /** One name is in a set as it would be equal; a name cannot be less or greater. */
    private static Operator single(Term leaf) {
        boolean one = leaf.value() instanceof String;
        return switch (leaf.operator()) {
            case IN -> one ? Operator.EQUALS : Operator.IN;
            case NOT_IN -> one ? Operator.NOT_EQUALS : Operator.NOT_IN;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Operator.ILIKE;
            default -> leaf.operator();
        };
    }

    /** A text, or nothing but texts. */
    private static boolean isName(Object value) {
        return value instanceof String
                || value instanceof Collection<?> items
                        && !items.isEmpty()
                        && items.stream().allMatch(String.class::isInstance);
    }

    /** That the field leads to a record whose name fits. */
    private SqlFragment named(Operator operator, Object value, FieldDef field, Scope scope) {
        return any(field, meaning(operator, value, field, scope), scope);
    }

    private static Condition meaning(Operator operator, Object value, FieldDef field, Scope scope) {
        Object name = PatternTerms.handles(operator) ? PythonRepr.text(value) : value;
        return scope.context().nameCondition(scope.comodel(field), operator, name);
    }

    private SqlFragment toMany(Term leaf, FieldDef field, Scope scope) {
        if (leaf.value() instanceof Boolean flag) {
            if (flag) {
                throw DatabaseRefusal.undefinedOperator("integer", "=", "boolean");
            }
            SqlFragment some = some(field, scope);
            return leaf.operator().isNegative() ? some : Comparisons.not(some);
        }
        if (leaf.value() instanceof String) {
            return namedMany(leaf, field, scope);
        }
        Collection<?> given = leaf.value() instanceof Collection<?> items ? items : present(leaf.value());
        return linked(ids(given, field), leaf.operator().isNegative(), field, scope);
    }

    private SqlFragment namedMany(Term leaf, FieldDef field, Scope scope) {
        boolean negative = leaf.operator().isNegative();
        Operator operator = negative ? leaf.operator().opposite().orElseThrow() : leaf.operator();
        if (field.type() == FieldType.MANY2MANY) {
            SqlFragment named = named(operator, leaf.value(), field, scope);
            return negative ? Comparisons.not(named) : named;
        }
        Scope inner = scope.enter(scope.comodel(field)).withActiveTest(testsActive(field, scope));
        SqlFragment found = compiler.search(meaning(operator, leaf.value(), field, scope), inner);
        return owned(field, scope, inner, found, negative);
    }

    private static List<Object> present(Object value) {
        return value == null ? List.of() : List.of(value);
    }

    private static List<Integer> ids(Collection<?> given, FieldDef field) {
        List<Integer> ids = new ArrayList<>(given.size());
        for (Object value : given) {
            if (value instanceof Number number) {
                if (number.doubleValue() == number.intValue()) {
                    ids.add(number.intValue());
                }
            } else if (value instanceof Boolean && field.type() == FieldType.ONE2MANY) {
                throw DatabaseRefusal.undefinedOperator("integer", "=", "boolean");
            } else if (value instanceof String text) {
                throw DatabaseRefusal.invalidText("integer", text);
            }
        }
        return ids;
    }

    private SqlFragment linked(List<Integer> ids, boolean negative, FieldDef field, Scope scope) {
        if (ids.isEmpty()) {
            return negative ? SqlFragment.TRUE : SqlFragment.FALSE;
        }
        Scope inner = scope.enter(scope.comodel(field)).withSudo().withActiveTest(false);
        SqlFragment known = known(scope, inner);
        if (field.type() == FieldType.MANY2MANY) {
            SqlFragment links = known.equals(SqlFragment.TRUE)
                    ? RelationSql.linksAny(field, scope, ids)
                    : RelationSql.exists(field, scope, inner, among(ids, known, inner));
            return negative ? Comparisons.not(links) : links;
        }
        return owned(field, scope, inner, among(ids, known, inner), negative);
    }

    private static SqlFragment among(List<Integer> ids, SqlFragment known, Scope inner) {
        return Comparisons.and(List.of(inner.id().append(" = ANY(?)", SqlArray.ids(ids)), known));
    }

    private SqlFragment some(FieldDef field, Scope scope) {
        Scope inner = scope.enter(scope.comodel(field)).withSudo().withActiveTest(false);
        return RelationSql.exists(field, scope, inner, known(scope, inner));
    }

    /** What the inner records must be for the caller to know that they are linked. */
    private SqlFragment known(Scope outer, Scope inner) {
        return compiler.compile(outer.known(inner.model()), inner);
    }

    /** Whom those point to, or everyone else. When one of them points nowhere, NULL makes "not in" find nobody, as in Odoo. */
    private static SqlFragment owned(FieldDef field, Scope outer, Scope inner, SqlFragment found, boolean negative) {
        if (found.equals(SqlFragment.FALSE)) {
            return negative ? SqlFragment.TRUE : found;
        }
        FieldDef inverse = RelationSql.inverseOf(field, inner.model());
        if (!inverse.hasColumn()) {
            SqlFragment owners = RelationSql.pointedAt(field, outer, inner, found);
            return negative ? Comparisons.not(owners) : owners;
        }
        SqlFragment where = inverse.modelField()
                .map(modelField -> Comparisons.and(List.of(
                        found,
                        SqlFragment.column(inner.alias(), modelField)
                                .append(" = ?", outer.model().name()))))
                .orElse(found);
        return outer.id()
                .append(negative ? " NOT IN (SELECT " : " IN (SELECT ")
                .append(inner.column(inverse))
                .append(" FROM ")
                .append(inner.table())
                .append(" WHERE ")
                .append(where)
                .append(")");
    }
}
