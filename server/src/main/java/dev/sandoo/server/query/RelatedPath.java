package dev.sandoo.server.query;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Condition.Term;
import dev.sandoo.server.domain.Operator;
import java.util.Optional;

/** The path by which a related or inherited field gets its value. */
final class RelatedPath {
    private RelatedPath() {}

    static boolean has(FieldDef field) {
        return !field.stored()
                && field.computation().flatMap(Computation::related).isPresent();
    }

    /** The name that ends the path. */
    static String last(FieldDef field) {
        String path = path(field);
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** That the path, without its last name, leads to a record that fits; in the field's own rights. */
    static Condition to(FieldDef field, Condition there) {
        return to(field, there, field.computation().orElseThrow().sudo() ? Operator.ANY_SUDO : Operator.ANY);
    }

    /** The same in the caller's rights, save for what the model inherits: that is as good as its own. */
    static Condition toAsCaller(FieldDef field, Condition there) {
        return to(field, there, field.computation().orElseThrow().inherited() ? Operator.ANY_SUDO : Operator.ANY);
    }

    private static Condition to(FieldDef field, Condition there, Operator any) {
        String[] names = path(field).split("\\.");
        Condition condition = there;
        for (int i = names.length - 2; i >= 0; i--) {
            condition = new Term(names[i], any, condition);
        }
        return condition;
    }

    static String path(FieldDef field) {
        return field.computation().flatMap(Computation::related).orElseThrow();
    }

    /** The first name on the path, save the last, that is no many2one. */
    static Optional<String> manyStep(FieldDef field, Scope scope) {
        String[] names = path(field).split("\\.");
        ModelDef model = scope.model();
        for (int i = 0; i < names.length - 1; i++) {
            FieldDef step = model.fields().get(names[i]);
            if (step == null || step.type() != FieldType.MANY2ONE) {
                return Optional.of(names[i]);
            }
            model = scope.context().model(step.comodel()).orElseThrow();
        }
        return Optional.empty();
    }
}
