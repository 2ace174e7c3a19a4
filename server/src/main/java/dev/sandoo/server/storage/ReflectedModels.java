package dev.sandoo.server.storage;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.OnDelete;
import dev.sandoo.schema.FieldDef.Option;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldDef.Translation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The records of {@code ir.model}, {@code ir.model.fields} and {@code ir.model.fields.selection}, which say what the
 * schema says. Ids are given in the order of the schema, which is that of names with our own models last. Source: the same records of 19.0 and 14.0, read over XML-RPC.
 */
final class ReflectedModels {
    static final String MODEL = "ir.model";
    static final String FIELD = "ir.model.fields";
    static final String SELECTION = "ir.model.fields.selection";

    private final boolean translationIsFlag; // so it is in older versions
    private final Map<String, Integer> modelIds = new HashMap<>();
    private final Map<String, Integer> fieldIds = new HashMap<>();
    private final List<Map<String, Object>> models = new ArrayList<>();
    private final List<Map<String, Object>> fields = new ArrayList<>();
    private final List<Map<String, Object>> selections = new ArrayList<>();

    ReflectedModels(Schema schema) {
        translationIsFlag = schema.models().get(FIELD).fields().get("translate").type() == FieldType.BOOLEAN;
        for (ModelDef model : schema.models().values()) {
            modelIds.put(model.name(), models.size() + 1);
            models.add(record(models.size() + 1, model));
        }
        for (ModelDef model : schema.models().values()) {
            new TreeMap<>(model.fields()).values().forEach(field -> add(model, field));
        }
    }

    /** All records by model. */
    Map<String, List<Map<String, Object>>> records() {
        return Map.of(MODEL, models, FIELD, fields, SELECTION, selections);
    }

    /** Whether there is a model of that name. */
    boolean hasModel(String name) {
        return modelIds.containsKey(name);
    }

    /**
     * The id of a model ({@code res.partner}).
     *
     * @throws IllegalArgumentException when there is none
     */
    int modelId(String name) {
        return known(modelIds.get(name), name);
    }

    /**
     * The id of a field ({@code res.partner.lang}).
     *
     * @throws IllegalArgumentException when there is none
     */
    int fieldId(String name) {
        return known(fieldIds.get(name), name);
    }

    private static int known(Integer id, String name) {
        if (id == null) {
            throw new IllegalArgumentException("base data refers to " + name + ", which there is not");
        }
        return id;
    }

    private static Map<String, Object> record(int id, ModelDef model) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("name", model.description());
        record.put("model", model.name());
        record.put("order", model.order());
        record.put("state", "base");
        record.put("fold_name", "fold");
        record.put("abstract", model.kind() == ModelDef.Kind.ABSTRACT);
        record.put("transient", model.kind() == ModelDef.Kind.TRANSIENT);
        record.put("is_mail_thread", model.fields().containsKey("message_follower_ids"));
        record.put("is_mail_activity", model.fields().containsKey("activity_ids"));
        record.put("is_mail_blacklist", model.fields().containsKey("is_blacklisted"));
        return record;
    }

    private void add(ModelDef model, FieldDef field) {
        int id = fields.size() + 1;
        fieldIds.put(model.name() + "." + field.name(), id);
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id);
        record.put("model", model.name());
        record.put("model_id", modelIds.get(model.name()));
        describe(field, record);
        field.relation().ifPresent(relation -> describe(field, relation, record));
        fields.add(record);
        if (field.selectionName().isEmpty()
                && field.computation().flatMap(FieldDef.Computation::related).isEmpty()) {
            addOptions(id, field.selection());
        }
    }

    private void describe(FieldDef field, Map<String, Object> record) {
        record.put("name", field.name());
        record.put("field_description", field.string());
        record.put("ttype", field.type().wireName());
        record.put("state", "base");
        record.put("store", field.stored());
        record.put("required", field.required());
        record.put("readonly", field.readonly());
        record.put("copied", field.copied());
        record.put("index", field.index().isPresent());
        record.put("selectable", true);
        record.put("company_dependent", field.companyDependent());
        record.put("translate", field.translation() == Translation.NONE ? false : translation(field));
        record.put("sanitize", field.sanitize());
        record.put("tracking", field.tracking().isPresent() ? field.tracking().getAsInt() : false);
        record.put("size", field.size().isPresent() ? field.size().getAsInt() : false);
        field.currencyField().ifPresent(name -> record.put("currency_field", name));
        field.computation().flatMap(FieldDef.Computation::related).ifPresent(path -> record.put("related", path));
    }

    private Object translation(FieldDef field) {
        if (translationIsFlag) {
            return true;
        }
        return field.translation() == Translation.WHOLE ? "standard" : "html_translate";
    }

    private static void describe(FieldDef field, Relation relation, Map<String, Object> record) {
        record.put("relation", relation.comodel());
        relation.inverseName().ifPresent(name -> record.put("relation_field", name));
        if (field.stored()) {
            relation.table().ifPresent(name -> record.put("relation_table", name));
            relation.column().ifPresent(name -> record.put("column1", name));
            relation.otherColumn().ifPresent(name -> record.put("column2", name));
        }
        if (field.type() == FieldType.MANY2ONE) {
            record.put("on_delete", onDelete(relation.onDelete()));
        }
    }

    private static String onDelete(OnDelete onDelete) {
        return switch (onDelete) {
            case SET_NULL -> "set null";
            case RESTRICT -> "restrict";
            case CASCADE -> "cascade";
        };
    }

    private void addOptions(int fieldId, List<Option> options) {
        for (int i = 0; i < options.size(); i++) {
            Map<String, Object> record = new LinkedHashMap<>();
            record.put("id", selections.size() + 1);
            record.put("field_id", fieldId);
            record.put("value", options.get(i).value());
            record.put("name", options.get(i).label());
            record.put("sequence", i);
            selections.add(record);
        }
    }
}
