package dev.sandoo.schema.load;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads models that are described outside of the schema's data, in the same form. Every method throws
 * {@link SchemaDataException} when a description is bad, with a message that names the field or the part of the model.
 */
public final class ModelDocuments {
    private static final FieldReader FIELDS = new FieldReader(Map.of());
    private static final ModelReader MODELS = new ModelReader(Map.of());

    private ModelDocuments() {}

    /** The field that a line describes. */
    public static FieldDef field(String name, Map<String, Object> line) {
        return FIELDS.read(name, Entry.of("field " + name, new LinkedHashMap<>(line)));
    }

    /** The model that a document without its {@code fields} describes. */
    public static ModelDef model(Map<String, Object> document, Map<String, FieldDef> fields) {
        return MODELS.read(Entry.of("model " + document.get("model"), new LinkedHashMap<>(document)), fields);
    }
}
