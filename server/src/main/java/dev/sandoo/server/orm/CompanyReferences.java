package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;

/**
 * Many2ones that have a value for each company: their column is no foreign key, so what deleting the target does to them is done
 * here. Source: refusals of 19.0 over XML-RPC.
 */
final class CompanyReferences {
    private final Environment env;
    private final ModelDef target;

    CompanyReferences(Environment env, ModelDef target) {
        this.env = env;
        this.target = target;
    }

    /**
     * Lets go of records that are to be deleted.
     *
     * @throws UserError when a field holds one that must not be deleted under it
     */
    void release(List<Integer> ids) {
        for (Registry.Reference reference : env.registry().companyReferences(target.name())) {
            if (reference.field().relation().orElseThrow().onDelete() == FieldDef.OnDelete.RESTRICT) {
                refuse(reference, ids);
            }
        }
    }

    private void refuse(Registry.Reference reference, List<Integer> ids) {
        SqlFragment column = SqlFragment.identifier(reference.field().name());
        SqlFragment users = SqlFragment.of("SELECT id FROM ")
                .append(SqlFragment.identifier(reference.model().table()))
                .append(" WHERE EXISTS (SELECT FROM jsonb_each(")
                .append(column)
                .append(") AS own WHERE own.value IN (SELECT to_jsonb(unnest(?)))) ORDER BY id", SqlArray.ids(ids));
        List<Integer> found = env.transaction().query(users, row -> row.integer(1));
        if (!found.isEmpty()) {
            throw new UserError("You cannot delete " + records(target, ids) + ", as it is used by "
                    + records(reference.model(), found));
        }
    }

    private static String records(ModelDef model, List<Integer> ids) {
        return model.name() + PythonRepr.tuple(ids);
    }
}
