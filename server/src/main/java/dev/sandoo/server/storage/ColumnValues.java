package dev.sandoo.server.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Translation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.sql.Json;
import java.util.Map;

/** Turns the wire values of base records into what their columns hold. */
final class ColumnValues {
    private static final String LANGUAGE = "en_US";

    private final ReflectedModels models;
    private final CompanyValues companyValues;
    private final ObjectMapper json;

    ColumnValues(ReflectedModels models, CompanyValues companyValues, ObjectMapper json) {
        this.models = models;
        this.companyValues = companyValues;
        this.json = json;
    }

    /** The column's value, null for an empty one. */
    Object of(ModelDef model, FieldDef field, Object wire) {
        if (wire == null || wire.equals(false) && field.type() != FieldType.BOOLEAN) {
            return null;
        }
        if (field.companyDependent()) {
            return companyValues.of(model.name(), field.name(), wire);
        }
        if (field.translation() != Translation.NONE) {
            return json(Map.of(LANGUAGE, wire));
        }
        return switch (field.type()) {
            case JSON, PROPERTIES, PROPERTIES_DEFINITION -> json(wire);
            case MANY2ONE -> wire instanceof String name ? id(field.comodel(), name) : wire;
            default -> wire;
        };
    }

    private int id(String comodel, String name) {
        return comodel.equals(ReflectedModels.MODEL) ? models.modelId(name) : models.fieldId(name);
    }

    private Json json(Object value) {
        try {
            return new Json(json.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON value: " + value, e);
        }
    }
}
