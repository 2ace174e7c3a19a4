package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The records below ({@code child_of}) or above ({@code parent_of}) some records of a tree, themselves included. */
final class Hierarchy {
    private final ConditionCompiler compiler;
    private final Dialect dialect;

    Hierarchy(ConditionCompiler compiler, Dialect dialect) {
        this.compiler = compiler;
        this.dialect = dialect;
    }

    /** Where versions part. */
    interface Dialect {
        /** What is said when the model's records form no tree. */
        PythonError noParent(ModelDef model, String parent, List<Object> ids);

        /** Whether stored paths lead up only to records that the caller may see. */
        boolean hidesThoseAbove();

        /** Called before stored paths of the records are used. */
        void usePaths(ModelDef model, List<Object> ids, QueryContext context);
    }

    /**
     * A subquery of ids, without parentheses; FALSE when the term's value names nobody.
     *
     * @param parent the field of the model that leads up the tree
     */
    SqlFragment ids(Term term, ModelDef model, String parent, Scope scope) {
        FieldDef field = model.fields().get(parent);
        Start start = new Start(ids(term.value()), names(term.value()));
        if (start.isEmpty()) {
            return SqlFragment.FALSE;
        }
        if (field == null) {
            return withoutParent(term, model, parent, scope);
        }
        Scope root = scope.enter(model).withActiveTest(false);
        root.check(field);
        SqlFragment found = found(start, root);
        boolean down = term.operator() == Operator.CHILD_OF;
        Condition known = root.known(model);
        if (model.parentStore() && parent.equals(model.parentName())) {
            dialect.usePaths(model, start.ids(), scope.context());
            if (known.equals(Condition.TRUE)) {
                return down ? below(root, found) : above(root, found);
            }
        }
        SqlFragment beginning = Comparisons.and(List.of(found, compiler.compile(known, root.withSudo())));
        return walk(root, beginning, edges(field, root), down);
    }

    /** Whom the value names: by id, whoever may see them, or by what the names of visible records contain. */
    private record Start(List<Object> ids, List<String> names) {
        boolean isEmpty() {
            return ids.isEmpty() && names.isEmpty();
        }
    }

    private SqlFragment found(Start start, Scope root) {
        List<SqlFragment> parts = new ArrayList<>();
        if (!start.ids().isEmpty()) {
            parts.add(compiler.compile(Condition.term("id", Operator.IN, start.ids()), root.withSudo()));
        }
        for (String name : start.names()) {
            parts.add(compiler.search(meaning(name, root), root));
        }
        return Comparisons.or(parts);
    }

    /** Every name has nothing in it. */
    private static Condition meaning(String name, Scope root) {
        return name.isEmpty() ? Condition.TRUE : root.context().nameCondition(root.model(), Operator.ILIKE, name);
    }

    private static List<String> names(Object value) {
        return values(value).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static Collection<?> values(Object value) {
        return value instanceof Collection<?> items ? items : Collections.singletonList(value);
    }

    private static List<Object> ids(Object value) {
        return values(value).stream()
                .filter(each -> each instanceof Number && Truth.of(each))
                .map(Object.class::cast)
                .toList();
    }

    /** Where there is no way up, nobody is below nobody; anything else is a mistake. */
    private SqlFragment withoutParent(Term term, ModelDef model, String parent, Scope scope) {
        List<Object> ids = new ArrayList<>(ids(term.value()));
        for (String name : names(term.value())) {
            ids.addAll(scope.context().idsByName(model, Operator.ILIKE, name));
        }
        if (ids.isEmpty()) {
            return SqlFragment.FALSE;
        }
        throw term.operator() == Operator.PARENT_OF
                ? PythonError.keyError(parent)
                : dialect.noParent(model, parent, ids);
    }

    /** A record's stored path begins with the paths of all above it. Of those below, the caller finds what they may see. */
    private SqlFragment below(Scope root, SqlFragment found) {
        Scope node = root.enter(root.model());
        SqlFragment where = Comparisons.and(List.of(found, compiler.rule(node)));
        return SqlFragment.of("SELECT ")
                .append(node.id())
                .append(" FROM ")
                .append(node.table())
                .append(" JOIN ")
                .append(root.table())
                .append(" ON ")
                .append(path(node))
                .append(" LIKE ")
                .append(path(root))
                .append(" || '%' WHERE ")
                .append(where);
    }

    /** A record's stored path lists the ids of all above it, and its own. */
    private SqlFragment above(Scope root, SqlFragment found) {
        SqlFragment paths = SqlFragment.of("SELECT unnest(string_to_array(rtrim(")
                .append(path(root))
                .append(", '/'), '/')::int4[]) FROM ")
                .append(root.table())
                .append(" WHERE ")
                .append(found);
        Scope node = root.enter(root.model());
        SqlFragment visible = dialect.hidesThoseAbove() ? compiler.rule(node) : SqlFragment.TRUE;
        if (visible.equals(SqlFragment.TRUE)) {
            return paths;
        }
        SqlFragment where = Comparisons.and(List.of(Comparisons.member(node.id(), paths), visible));
        return SqlFragment.of("SELECT ")
                .append(node.id())
                .append(" FROM ")
                .append(node.table())
                .append(" WHERE ")
                .append(where);
    }

    private static SqlFragment path(Scope scope) {
        return SqlFragment.column(scope.alias(), "parent_path");
    }

    /**
     * Step by step along the edges; UNION, which drops what was seen, ends even where someone is their own ancestor. The way
     * down leads only through records that the caller may see, the way up through those that their key may know of.
     */
    private SqlFragment walk(Scope root, SqlFragment found, SqlFragment edges, boolean down) {
        String tree = Identifiers.quote(root.aliases().next("tree"));
        return SqlFragment.of("WITH RECURSIVE " + tree + "(id) AS (SELECT ")
                .append(root.id())
                .append(" FROM ")
                .append(root.table())
                .append(" WHERE ")
                .append(found)
                .append(" UNION SELECT edge." + (down ? "child" : "parent") + " FROM ")
                .append(edges.parenthesized())
                .append(" edge JOIN " + tree + " ON edge." + (down ? "parent" : "child") + " = " + tree + ".id")
                .append(down ? step(root, "child", compiler::rule) : step(root, "parent", this::known))
                .append(") SELECT id FROM " + tree);
    }

    private SqlFragment known(Scope node) {
        return compiler.compile(node.known(node.model()), node.withSudo());
    }

    private static SqlFragment step(Scope root, String end, Function<Scope, SqlFragment> condition) {
        Scope node = root.enter(root.model());
        SqlFragment visible = condition.apply(node);
        if (visible.equals(SqlFragment.TRUE)) {
            return SqlFragment.EMPTY;
        }
        return SqlFragment.of(" JOIN ")
                .append(node.table())
                .append(" ON ")
                .append(node.id())
                .append(" = edge." + end + " AND ")
                .append(visible);
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
