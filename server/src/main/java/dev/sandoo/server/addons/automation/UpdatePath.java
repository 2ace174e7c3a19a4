package dev.sandoo.server.addons.automation;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;

/**
 * The way from a record to the field that an action updates.
 *
 * @param links the relations that lead there
 * @param model the model of the field
 */
record UpdatePath(Environment env, List<String> links, String model, FieldDef field) {
    /**
     * The path of an action that updates records; null for another one.
     *
     * @throws PythonError that names the first part that is no field
     */
    static UpdatePath of(Records action) {
        String path = action.text("update_path");
        if (!"object_write".equals(action.get("state")) || path.isEmpty()) {
            return null;
        }
        List<String> names = List.of(path.split("\\."));
        ModelDef at = action.env().registry().model(action.text("model_id.model"));
        FieldDef field = null;
        for (int i = 0; i < names.size(); i++) {
            at = i == 0 ? at : action.env().registry().model(field.comodel());
            field = at.fields().get(names.get(i));
            if (field == null) {
                throw PythonError.keyError(names.get(i));
            }
        }
        return new UpdatePath(action.env(), names.subList(0, names.size() - 1), at.name(), field);
    }

    /** The field as a record. */
    Records record() {
        return env.sudo()
                .model("ir.model.fields")
                .search(Condition.term("model", Operator.EQUALS, model)
                        .and(Condition.term("name", Operator.EQUALS, field.name())));
    }
}
