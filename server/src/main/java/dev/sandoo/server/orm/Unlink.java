package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.List;

/** Deletes records, with their attachments and external ids; what else hangs on them is the foreign keys' affair. */
final class Unlink {
    private final Environment env;
    private final ModelDef model;

    Unlink(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /**
     * Deletes the records; those that are gone already do not matter unless a rule asks for them.
     *
     * @throws dev.sandoo.server.error.OdooError as Odoo does: no rights, or another record still needs one of them
     */
    void unlink(List<Integer> ids) {
        if (ids.isEmpty()) {
            return;
        }
        Rights rights = Rights.ofGroups(env);
        rights.checkModel(model, Operation.UNLINK);
        rights.checkRecords(model, Operation.UNLINK, ids);
        KeyGate.of(env).ifPresent(key -> {
            key.requireChange(model, Operation.UNLINK, List.of());
            key.requireWithin(model, Operation.UNLINK, ids);
        });
        Records records = env.acting(model.name()).records(model.name(), ids);
        env.registry().behaviours().hooks(model.name()).forEach(hook -> hook.beforeUnlink(records));
        new CompanyReferences(env, model).release(ids);
        Recomputer recomputer = env.state().recomputer();
        recomputer.changed(env, model, storedNames(), ids);
        recomputer.removed(model, ids);
        new ChangeNotes(env, model).delete(ids);
        env.transaction()
                .update(SqlFragment.of(
                        "DELETE FROM ir_model_data WHERE model = ? AND res_id = ANY(?)",
                        model.name(),
                        SqlArray.ids(ids)));
        new Attachments(env).delete(model, ids);
        env.state().cache().clear();
        env.state().cache().seen(model.name()).removeAll(ids);
        recomputer.flush(env);
    }

    /** What others may be computed from. In some versions what is computed from the same field of a record above stays as it is. */
    private List<String> storedNames() {
        boolean recursive = !env.version().has("unlink.leaves-recursive");
        List<String> names = new ArrayList<>();
        for (FieldDef field : model.fields().values()) {
            if (field.stored() && (recursive || !env.registry().triggers().isRecursive(model, field))) {
                names.add(field.name());
            }
        }
        return names;
    }
}
