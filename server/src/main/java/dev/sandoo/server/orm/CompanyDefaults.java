package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.Target;
import dev.sandoo.server.sql.SqlFragment;
import java.util.HashMap;
import java.util.Map;

/**
 * What company-dependent fields are worth where no record has a value of its own: what is set for the company, or for all, but
 * for no user. Remembers what it has read of a model; made for one statement or answer. Source: asked of both versions.
 */
final class CompanyDefaults {
    private static final String PROPERTIES = "ir.property";
    private static final String PROPERTY = """
            SELECT f.name, CASE p.type WHEN 'many2one' THEN p.value_reference WHEN 'float' THEN p.value_float::text
                   WHEN 'integer' THEN p.value_integer::text WHEN 'boolean' THEN p.value_integer::text
                   WHEN 'datetime' THEN p.value_datetime::text WHEN 'date' THEN p.value_datetime::date::text
                   ELSE p.value_text END
              FROM ir_property p JOIN ir_model_fields f ON f.id = p.fields_id
             WHERE f.model = ? AND p.res_id IS NULL AND (p.company_id IS NULL OR p.company_id = ?)
             ORDER BY p.company_id NULLS LAST, p.id""";

    private final Environment env;
    private final Map<String, Map<String, Object>> byModel = new HashMap<>();

    CompanyDefaults(Environment env) {
        this.env = env;
    }

    /** The record value for the environment's company; null for none. */
    Object value(ModelDef model, FieldDef field) {
        Object wire =
                byModel.computeIfAbsent(model.name(), name -> ofModel(model)).get(field.name());
        return wire == null ? null : FieldCodecs.of(field).fromWire(new Target(model, field), wire);
    }

    /** The earlier version keeps them apart, a column for each kind of value. */
    private Map<String, Object> ofModel(ModelDef model) {
        return env.registry().find(PROPERTIES).isPresent() ? properties(model) : new UserDefaults(env).ofCompany(model);
    }

    private Map<String, Object> properties(ModelDef model) {
        Map<String, Object> values = new HashMap<>();
        env.transaction().query(SqlFragment.of(PROPERTY, model.name(), env.companyId()), row -> {
            FieldDef field = model.fields().get(row.text(1));
            String value = row.text(2);
            boolean first = field != null && !values.containsKey(field.name());
            return first ? values.put(field.name(), value == null ? null : parsed(field.type(), value)) : null;
        });
        return values;
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
