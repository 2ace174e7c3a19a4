package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.Target;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Optional;

/** What a company-dependent field is worth where no record has a value of its own. */
final class CompanyDefaults {
    private static final String PROPERTIES = "ir.property";
    private static final String PROPERTY = """
            SELECT CASE p.type WHEN 'many2one' THEN p.value_reference WHEN 'float' THEN p.value_float::text
                   WHEN 'integer' THEN p.value_integer::text WHEN 'boolean' THEN p.value_integer::text
                   WHEN 'datetime' THEN p.value_datetime::text WHEN 'date' THEN p.value_datetime::date::text
                   ELSE p.value_text END
              FROM ir_property p JOIN ir_model_fields f ON f.id = p.fields_id
             WHERE f.model = ? AND f.name = ? AND p.res_id IS NULL AND (p.company_id IS NULL OR p.company_id = ?)
             ORDER BY p.company_id NULLS LAST, p.id""";

    private final Environment env;

    CompanyDefaults(Environment env) {
        this.env = env;
    }

    /** The record value for the environment's company; null for none. */
    Object value(ModelDef model, FieldDef field) {
        Optional<Object> wire = env.registry().find(PROPERTIES).isPresent()
                ? property(model, field)
                : new UserDefaults(env).ofCompany(model, field);
        return wire.map(value -> FieldCodecs.of(field).fromWire(new Target(model, field), value))
                .orElse(null);
    }

    /** The earlier version keeps them apart, a column for each kind of value. */
    private Optional<Object> property(ModelDef model, FieldDef field) {
        return env.transaction()
                .queryFirst(
                        SqlFragment.of(PROPERTY, model.name(), field.name(), env.companyId()),
                        row -> Optional.ofNullable(row.text(1)))
                .flatMap(value -> value)
                .map(value -> parsed(field.type(), value));
    }

    private static Object parsed(FieldType type, String value) {
        return switch (type) {
            case MANY2ONE -> Integer.valueOf(value.substring(value.indexOf(',') + 1));
            case INTEGER -> Integer.valueOf(value);
            case BOOLEAN -> !value.equals("0");
            case FLOAT, MONETARY -> Double.valueOf(value);
            default -> value;
        };
    }
}
