package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The records below ({@code child_of}) or above ({@code parent_of}) some records of a tree, themselves included. */
final class Hierarchy {
    private final ConditionCompiler compiler;

    Hierarchy(ConditionCompiler compiler) {
        this.compiler = compiler;
    }

    /**
     * A subquery of ids, without parentheses; FALSE when the term's value names nobody.
     *
     * @param parent the field of the model that leads up the tree
     */
    SqlFragment ids(Term term, ModelDef model, String parent, Scope scope) {
        Condition start = start(term.value(), model, scope);
        if (start.equals(Condition.FALSE)) {
            return SqlFragment.FALSE;
        }
        FieldDef field = model.fields().get(parent);
        if (field == null) {
            throw noParent(term, model, parent, scope);
        }
        Scope root = scope.enter(model).withSudo().withActiveTest(false);
        SqlFragment found = compiler.compile(start, root);
        boolean down = term.operator() == Operator.CHILD_OF;
        if (model.parentStore() && parent.equals(model.parentName())) {
            return down ? below(root, found) : above(root, found);
        }
        return walk(root, found, edges(field, root), down);
    }

    /** Whom the value names: by id, or by what their name contains. */
    private static Condition start(Object value, ModelDef model, Scope scope) {
        Collection<?> given = value instanceof Collection<?> items ? items : List.of(value == null ? false : value);
        List<Object> ids = new ArrayList<>();
        List<Condition> parts = new ArrayList<>();
        for (Object each : given) {
            if (each instanceof String text && !text.isEmpty()) {
                parts.add(scope.context().nameCondition(model, Operator.ILIKE, text));
            } else if (Truth.of(each)) {
                ids.add(each);
            }
        }
        if (!ids.isEmpty()) {
            parts.add(Condition.term("id", Operator.IN, ids));
        }
        return Condition.anyOf(parts);
    }

    private static PythonError noParent(Term term, ModelDef model, String parent, Scope scope) {
        if (term.operator() == Operator.PARENT_OF) {
            return PythonError.keyError(parent);
        }
        Collection<?> given = term.value() instanceof Collection<?> items ? items : List.of(term.value());
        List<Object> ids = new ArrayList<>();
        for (Object each : given) {
            if (each instanceof String) {
                ids.addAll(scope.context().idsByName(model, Operator.ILIKE, each));
            } else if (Truth.of(each)) {
                ids.add(each);
            }
        }
        return PythonError.valueError("Invalid field " + model.name() + "." + parent + " in condition ("
                + PythonRepr.of(parent) + ", 'in', OrderedSet(" + PythonRepr.of(ids) + "))");
    }

    /** A record's stored path begins with the paths of all above it. */
    private static SqlFragment below(Scope root, SqlFragment found) {
        String node = root.aliases().next(root.model().table());
        return SqlFragment.of("SELECT ")
                .append(SqlFragment.column(node, "id"))
                .append(" FROM " + table(root) + " " + Identifiers.quote(node) + " JOIN ")
                .append(root.table())
                .append(" ON ")
                .append(SqlFragment.column(node, "parent_path"))
                .append(" LIKE ")
                .append(path(root))
                .append(" || '%' WHERE ")
                .append(found);
    }

    /** A record's stored path lists the ids of all above it, and its own. */
    private static SqlFragment above(Scope root, SqlFragment found) {
        return SqlFragment.of("SELECT unnest(string_to_array(rtrim(")
                .append(path(root))
                .append(", '/'), '/')::int4[]) FROM ")
                .append(root.table())
                .append(" WHERE ")
                .append(found);
    }

    private static SqlFragment path(Scope root) {
        return SqlFragment.column(root.alias(), "parent_path");
    }

    private static String table(Scope root) {
        return Identifiers.quote(root.model().table());
    }

    /** Step by step along the edges; UNION, which drops what was seen, ends even where someone is their own ancestor. */
    private static SqlFragment walk(Scope root, SqlFragment found, SqlFragment edges, boolean down) {
        String tree = Identifiers.quote(root.aliases().next("tree"));
        return SqlFragment.of("WITH RECURSIVE " + tree + "(id) AS (SELECT ")
                .append(root.id())
                .append(" FROM ")
                .append(root.table())
                .append(" WHERE ")
                .append(found)
                .append(" UNION SELECT edge." + (down ? "child" : "parent") + " FROM ")
                .append(edges.parenthesized())
                .append(" edge JOIN " + tree + " ON edge." + (down ? "parent" : "child") + " = " + tree
                        + ".id) SELECT id FROM " + tree);
    }

    /** Pairs of a record and one directly above it. */
    private static SqlFragment edges(FieldDef parent, Scope root) {
        if (parent.type() == FieldType.MANY2MANY) {
            return pairs(RelationSql.column(parent), RelationSql.otherColumn(parent), RelationSql.table(parent));
        }
        if (parent.type() == FieldType.ONE2MANY) {
            String inverse = RelationSql.inverseOf(parent, root.comodel(parent)).name();
            return pairs(inverse, "id", root.comodel(parent).table());
        }
        return pairs("id", parent.name(), root.model().table());
    }

    private static SqlFragment pairs(String child, String parent, String table) {
        String up = Identifiers.quote(parent);
        String down = Identifiers.quote(child);
        return SqlFragment.of("SELECT " + down + " AS child, " + up + " AS parent FROM " + Identifiers.quote(table)
                + " WHERE " + up + " IS NOT NULL AND " + down + " IS NOT NULL");
    }
}
