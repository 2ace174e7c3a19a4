package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Environment;
import java.util.List;
import java.util.Map;

/** Custom fields that need another field: related and computed ones on their way, a one2many where it comes back. */
final class Dependents {
    private final Environment env;
    private final Schema schema;

    Dependents(Environment env, Schema schema) {
        this.env = env;
        this.schema = schema;
    }

    /**
     * Refuses to remove or rename a field that another one needs, even if that is to go as well.
     *
     * @throws UserError naming both
     */
    void refuse(ModelDef model, FieldDef field) {
        for (ModelDef other : schema.models().values()) {
            for (FieldDef candidate : other.fields().values()) {
                if (candidate.manual() && candidate != field && needs(other, candidate, model, field)) {
                    throw new UserError(env.version()
                            .message(
                                    "custom.field.needed",
                                    Map.of(
                                            "field", model.name() + "." + field.name(),
                                            "dependent", other.name() + "." + candidate.name())));
                }
            }
        }
    }

    private boolean needs(ModelDef from, FieldDef dependent, ModelDef model, FieldDef field) {
        if (dependent.type() == FieldType.ONE2MANY && comesBackThrough(dependent, model, field)) {
            return true;
        }
        List<String> paths = dependent.computation().map(Computation::depends).orElse(List.of());
        return paths.stream().anyMatch(path -> passes(path, from, model, field));
    }

    private static boolean comesBackThrough(FieldDef one2many, ModelDef model, FieldDef field) {
        return one2many.comodel().equals(model.name())
                && one2many.relation()
                        .flatMap(FieldDef.Relation::inverseName)
                        .filter(field.name()::equals)
                        .isPresent();
    }

    private boolean passes(String path, ModelDef from, ModelDef model, FieldDef field) {
        ModelDef at = from;
        for (String step : path.split("\\.")) {
            if (at == null) {
                return false;
            }
            if (at.name().equals(model.name()) && step.equals(field.name())) {
                return true;
            }
            FieldDef passed = at.fields().get(step);
            at = passed == null || !passed.type().isRelational()
                    ? null
                    : schema.models().get(passed.comodel());
        }
        return false;
    }
}
