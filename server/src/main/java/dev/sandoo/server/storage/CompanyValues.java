package dev.sandoo.server.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.server.sql.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of company-dependent fields: kept by company, and only where they differ from what every record without a
 * value of its own has ({@code ir.default}).
 */
final class CompanyValues {
    private static final int COMPANY = 1;

    private final ObjectMapper json;
    private final Map<String, Object> fallbacks = new HashMap<>();

    /** @param defaults the records of {@code ir.default} */
    CompanyValues(List<Map<String, Object>> defaults, ObjectMapper json) {
        this.json = json;
        for (Map<String, Object> record : defaults) {
            if (record.containsKey("company_id")) {
                fallbacks.put((String) record.get("field_id"), value(record));
            } else {
                fallbacks.putIfAbsent((String) record.get("field_id"), value(record));
            }
        }
    }

    /** The column's value, or null when the record has the fallback. */
    Json of(String model, String field, Object value) {
        Object fallback = fallbacks.getOrDefault(model + "." + field, false);
        if (value.equals(fallback) || isEmpty(value) && isEmpty(fallback)) {
            return null;
        }
        return write(Map.of(String.valueOf(COMPANY), value));
    }

    private static boolean isEmpty(Object value) {
        return value.equals(false) || value.equals("") || value instanceof Number number && number.doubleValue() == 0;
    }

    private Object value(Map<String, Object> record) {
        try {
            return json.readValue((String) record.get("json_value"), Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("ir.default " + record.get("id") + " holds no JSON", e);
        }
    }

    private Json write(Map<String, Object> value) {
        try {
            return new Json(json.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON value: " + value, e);
        }
    }
}
