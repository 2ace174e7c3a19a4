package dev.sandoo.server.orm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.sql.SqlFragment;
import java.util.LinkedHashMap;
import java.util.Map;

/** The defaults that users and companies set for themselves ({@code ir.default}). */
final class UserDefaults {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BY_MODEL = """
            SELECT f.name, d.json_value, d.user_id, d.company_id FROM ir_default d JOIN ir_model_fields f ON f.id = d.field_id
             WHERE f.model = ? AND (d.user_id IS NULL OR d.user_id = ?) AND (d.company_id IS NULL OR d.company_id = ?)
               AND d.condition IS NOT DISTINCT FROM nullif(?, '')
             ORDER BY d.user_id NULLS LAST, d.company_id NULLS LAST, d.id""";

    private static final int NOBODY = 0;

    private final Environment env;

    UserDefaults(Environment env) {
        this.env = env;
    }

    /** The wire values of all fields of the model that have a default for this user and company. */
    Map<String, Object> of(ModelDef model) {
        return of(model.name(), "");
    }

    /** The same for fields under a condition, such as {@code country_id=20}; an empty text stands for none. */
    Map<String, Object> of(String model, String condition) {
        return of(model, env.uid(), condition);
    }

    /** The same for the company alone: what one user sets for themselves does not count. */
    Map<String, Object> ofCompany(ModelDef model) {
        return of(model.name(), NOBODY, "");
    }

    private Map<String, Object> of(String model, int user, String condition) {
        Map<String, Object> values = new LinkedHashMap<>();
        env.transaction()
                .query(
                        SqlFragment.of(BY_MODEL, model, user, env.companyId(), condition),
                        row -> values.putIfAbsent(row.text(1), parse(row.text(2))));
        return values;
    }

    private static Object parse(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            return null; // the earlier version keeps any text: one that is no JSON is no default
        }
    }
}
