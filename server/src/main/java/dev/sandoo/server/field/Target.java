package dev.sandoo.server.field;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;

/**
 * The field of a model that a value is meant for; named in errors.
 *
 * @param check how closely Odoo looks at the value on this way in
 */
public record Target(ModelDef model, FieldDef field, Check check) {
    /** How closely a value is looked at. */
    public enum Check {
        /** As a value of the field: what does not fit is refused or empties it. */
        FIELD,
        /** As a value of the column: relations and lists that change at run time are left to PostgreSQL. */
        COLUMN,
        /** As the earlier version writes: a text goes to the column as it is, what is no id empties it. */
        WRITTEN
    }

    /** A value looked at as one of the field. */
    public Target(ModelDef model, FieldDef field) {
        this(model, field, Check.FIELD);
    }

    /** {@code res.partner.type}. */
    public String path() {
        return model.name() + "." + field.name();
    }
}
