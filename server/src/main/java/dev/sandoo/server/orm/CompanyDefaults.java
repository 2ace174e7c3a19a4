package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.Target;
import java.util.Optional;

/** What a company-dependent field is worth where no record has a value of its own. */
final class CompanyDefaults {
    private final Environment env;

    CompanyDefaults(Environment env) {
        this.env = env;
    }

    /** The record value for the environment's company; null for none. */
    Object value(ModelDef model, FieldDef field) {
        Optional<Object> wire = new UserDefaults(env).ofCompany(model, field);
        return wire.map(value -> FieldCodecs.of(field).fromWire(new Target(model, field), value))
                .orElse(null);
    }
}
