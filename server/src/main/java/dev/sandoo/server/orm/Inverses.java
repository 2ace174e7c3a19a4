package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.ModelDef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes computed fields: through their function, or through the path they are read by; others are passed over. */
final class Inverses {
    private final Environment env;
    private final ModelDef model;

    Inverses(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /** Carries one wire value over for all the records. */
    void write(List<Integer> ids, FieldDef field, Object wire) {
        Records records = env.records(model.name(), ids);
        Optional<Inverse> inverse = env.registry().behaviours().inverse(model.name(), field.name());
        if (inverse.isPresent()) {
            inverse.get().write(records.in(env.acting(model.name())), wire);
            return;
        }
        Optional<String> path = field.computation().filter(Computation::inverse).flatMap(Computation::related);
        path.ifPresent(dotted -> {
            int dot = dotted.lastIndexOf('.');
            Records targets = records.records(dotted.substring(0, dot));
            if (!targets.isEmpty()) {
                targets.write(Map.of(dotted.substring(dot + 1), wire == null ? false : wire));
            }
        });
    }
}
