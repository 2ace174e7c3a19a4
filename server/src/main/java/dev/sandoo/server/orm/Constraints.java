package dev.sandoo.server.orm;

import dev.sandoo.schema.ModelDef;
import java.util.List;
import java.util.Set;

/** Runs the model's own checks after records were created or written. */
final class Constraints {
    private final Environment env;
    private final ModelDef model;

    Constraints(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /** Checks the records; {@code written} names the fields that changed, null means all of them. */
    void check(List<Integer> ids, Set<String> written) {
        for (Behaviours.ConstraintEntry constraint : env.registry().behaviours().constraints(model.name())) {
            if (written == null || constraint.fields().stream().anyMatch(written::contains)) {
                constraint.check().check(env.sudo().records(model.name(), ids));
            }
        }
    }
}
