package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.load.ModelDocuments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A model of the user's own module, or what the module adds to another model, as a document in the form of the schema's data.
 * What people would not write is filled in: labels, the fields that every model has, the names of relation tables.
 */
public record DeclaredModel(String name, Map<String, Object> document) {
    private static final String FIELDS = "fields";

    public DeclaredModel {
        document = new LinkedHashMap<>(document);
    }

    /** The lines of its fields by name. */
    @SuppressWarnings("unchecked") // JSON and YAML have no keys but text
    public Map<String, Object> fieldLines() {
        return document.get(FIELDS) instanceof Map<?, ?> lines ? (Map<String, Object>) lines : Map.of();
    }

    /**
     * A field of it.
     *
     * @param line what the document says of the field
     * @throws dev.sandoo.schema.load.SchemaDataException when it cannot be a field
     */
    public FieldDef field(String fieldName, Map<String, Object> line) {
        Map<String, Object> whole = new LinkedHashMap<>(line);
        whole.putIfAbsent("string", label(fieldName));
        Object type = whole.get("type");
        if ("char".equals(type)) {
            whole.putIfAbsent("trim", true);
        }
        if ("monetary".equals(type)) {
            whole.putIfAbsent("currency_field", "currency_id");
        }
        if ("many2one".equals(type) && Boolean.TRUE.equals(whole.get("required"))) {
            whole.putIfAbsent("ondelete", "restrict");
        }
        if ("many2many".equals(type) && whole.get("comodel") instanceof String comodel) {
            nameRelation(whole, comodel);
        }
        return ModelDocuments.field(fieldName, whole);
    }

    /** As Odoo names it: both tables in the order of letters. */
    private void nameRelation(Map<String, Object> line, String comodel) {
        List<String> tables = Stream.of(table(name), table(comodel)).sorted().toList();
        line.putIfAbsent("relation", tables.get(0) + "_" + tables.get(1) + "_rel");
        line.putIfAbsent("column1", table(name) + "_id");
        line.putIfAbsent("column2", name.equals(comodel) ? "other_id" : table(comodel) + "_id");
        line.putIfAbsent("ondelete", "cascade");
    }

    private static String table(String model) {
        return model.replace('.', '_');
    }

    /** {@code partner_id} as people read it: Partner. */
    private static String label(String fieldName) {
        String words = fieldName
                .replaceFirst("^x_", "")
                .replaceFirst("_ids?$", "")
                .replace('_', ' ')
                .strip();
        return words.isEmpty() ? fieldName : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * The whole model.
     *
     * @param existing the model of this name that the version has
     * @param pattern a model whose log fields are as every model's
     * @throws dev.sandoo.schema.load.SchemaDataException when it cannot be a model
     */
    @SuppressWarnings("unchecked") // JSON and YAML have no keys but text
    public ModelDef over(Optional<ModelDef> existing, ModelDef pattern) {
        Map<String, FieldDef> own = new LinkedHashMap<>();
        fieldLines()
                .forEach((field, line) -> own.put(
                        field, field(field, line instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of())));
        return existing.map(model -> extended(model, own)).orElseGet(() -> fresh(pattern, own));
    }

    private ModelDef fresh(ModelDef pattern, Map<String, FieldDef> own) {
        Map<String, Object> rest = new LinkedHashMap<>(document);
        rest.remove(FIELDS);
        rest.put("model", name);
        rest.putIfAbsent("description", label(name.replace('.', '_')));
        Optional.of("name").filter(own::containsKey).ifPresent(field -> rest.putIfAbsent("rec_name", field));
        Optional.ofNullable(own.get("active"))
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .ifPresent(field -> rest.putIfAbsent("active_name", field.name()));
        List<String> named = rest.get("rec_name") instanceof String field ? List.of(field) : List.of();
        Map<String, FieldDef> fields = CustomModels.everyModels(pattern, named);
        fields.putAll(own);
        return ModelDocuments.model(rest, fields);
    }

    private ModelDef extended(ModelDef model, Map<String, FieldDef> own) {
        Map<String, Object> rest = new LinkedHashMap<>(document);
        rest.remove(FIELDS);
        rest.put("model", name);
        rest.put("description", model.description());
        Map<String, MethodSignature> methods = new LinkedHashMap<>(model.methods());
        methods.putAll(ModelDocuments.model(rest, Map.of()).methods());
        Map<String, FieldDef> fields = new LinkedHashMap<>(model.fields());
        fields.putAll(own);
        return CustomModels.with(model, fields, methods);
    }

    /** What keeps the document from being used as what a module adds to another model. */
    public List<String> beyondExtension() {
        List<String> beyond = new ArrayList<>(document.keySet());
        beyond.removeAll(List.of(FIELDS, "methods", "model_methods"));
        return beyond;
    }
}
