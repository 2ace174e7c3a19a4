package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saves a record under an external id: the record that has it is changed; none, and one is made and named so. */
final class NamedImport {
    private static final String FIND = "SELECT id, model, res_id FROM ir_model_data WHERE module = ? AND name = ?";

    private final Environment env;
    private final ModelDef model;

    NamedImport(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    private record Known(int id, String model, int recordId) {}

    /** The id of the record that is now called so; names without a module are in one of their own. */
    int save(String externalId, Map<String, Object> values) {
        int dot = externalId.indexOf('.');
        String module = dot < 0 ? "__import__" : externalId.substring(0, dot);
        String name = externalId.substring(dot + 1);
        Optional<Known> known = env.transaction()
                .queryFirst(
                        SqlFragment.of(FIND, module, name),
                        row -> new Known(row.integer(1), row.text(2), row.integer(3)));
        if (known.isPresent() && !known.get().model().equals(model.name())) {
            throw new UserError("For external id " + module + "." + name
                    + " when trying to create/update a record of model " + model.name()
                    + " found record of different model" + told(known.get()));
        }
        if (known.isPresent()) {
            Records record = env.record(model.name(), known.get().recordId()).exists();
            if (!record.isEmpty()) {
                record.write(values);
                return record.id();
            }
        }
        int id = env.model(model.name()).create(values).id();
        if (known.isPresent()) {
            env.sudo().records("ir.model.data", List.of(known.get().id())).write(Map.of("res_id", id));
        } else {
            env.sudo()
                    .model("ir.model.data")
                    .create(Map.of(
                            "module", module, "name", name, "model", model.name(), "res_id", id, "noupdate", false));
        }
        return id;
    }

    /** What else has the name; a policy that does not open its model keeps that back. */
    private String told(Known other) {
        boolean open = KeyGate.of(env)
                .map(gate -> env.registry()
                        .find(other.model())
                        .filter(found -> gate.allows(found, Operation.READ))
                        .isPresent())
                .orElse(true);
        return open ? " " + other.model() + " (" + other.id() + ")" : "";
    }
}
