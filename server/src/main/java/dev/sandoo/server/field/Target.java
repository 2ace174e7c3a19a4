package dev.sandoo.server.field;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;

/** The field of a model that a value is meant for; named in errors. */
public record Target(ModelDef model, FieldDef field) {
    /** {@code res.partner.type}. */
    public String path() {
        return model.name() + "." + field.name();
    }
}
