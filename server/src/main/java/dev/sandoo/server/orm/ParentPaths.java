package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Collection;
import java.util.List;

/** Keeps {@code parent_path} (ids from the root down, each followed by a slash) of models that have one. */
final class ParentPaths {
    private ParentPaths() {}

    /** Gives new records their paths: nothing is below them yet. */
    static void created(Environment env, ModelDef model, List<Integer> ids) {
        if (!model.parentStore()) {
            return;
        }
        SqlFragment table = SqlFragment.identifier(model.table());
        env.transaction()
                .update(SqlFragment.of("UPDATE ")
                        .append(table)
                        .append(" AS n SET parent_path = COALESCE((SELECT p.parent_path FROM ")
                        .append(table)
                        .append(" p WHERE p.id = n.")
                        .append(SqlFragment.identifier(model.parentName()))
                        .append("), '') || n.id || '/' WHERE ")
                        .append(SqlFragment.of("n.id").isAmong(ids)));
    }

    /** Moves the records and all below them when their parent changed. */
    static void moved(Environment env, ModelDef model, Collection<FieldDef> written, List<Integer> ids) {
        boolean parentWritten = written.stream().anyMatch(field -> field.name().equals(model.parentName()));
        if (model.parentStore() && parentWritten) {
            requireNoLoop(env, model, ids);
            rebuild(env, model, ids);
        }
    }

    /** A new parent whose path, as it stood before, leads through the record is the record itself or one below it. */
    private static void requireNoLoop(Environment env, ModelDef model, List<Integer> ids) {
        SqlFragment table = SqlFragment.identifier(model.table());
        SqlFragment loops = SqlFragment.of("SELECT n.id FROM ")
                .append(table)
                .append(" n JOIN ")
                .append(table)
                .append(" p ON p.id = n.")
                .append(SqlFragment.identifier(model.parentName()))
                .append(" WHERE n.id = ANY(?) AND starts_with(p.parent_path, n.parent_path)", SqlArray.ids(ids));
        if (!env.transaction().query(loops, row -> row.integer(1)).isEmpty()) {
            throw new UserError("Recursion Detected.");
        }
    }

    /** Walks down from the records. */
    private static void rebuild(Environment env, ModelDef model, List<Integer> ids) {
        SqlFragment table = SqlFragment.identifier(model.table());
        SqlFragment parent = SqlFragment.identifier(model.parentName());
        env.transaction()
                .update(SqlFragment.of(
                                "WITH RECURSIVE tree(id, path) AS (SELECT n.id, COALESCE(p.parent_path, '') || n.id || '/' FROM ")
                        .append(table)
                        .append(" n LEFT JOIN ")
                        .append(table)
                        .append(" p ON p.id = n.")
                        .append(parent)
                        .append(" WHERE n.id = ANY(?)", SqlArray.ids(ids))
                        .append(" UNION ALL SELECT c.id, tree.path || c.id || '/' FROM ")
                        .append(table)
                        .append(" c JOIN tree ON c.")
                        .append(parent)
                        .append(" = tree.id)")
                        .append(" UPDATE ")
                        .append(table)
                        .append(" AS t SET parent_path = tree.path FROM tree WHERE t.id = tree.id"));
    }
}
