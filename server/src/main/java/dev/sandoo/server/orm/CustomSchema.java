package dev.sandoo.server.orm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds a database's own models and fields ({@code state = 'manual'}) and those of the user's own modules to the models of its
 * version, the labels that people gave
 * to the version's own fields, and the languages in use.
 */
public final class CustomSchema {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final SqlFragment DECLARED = SqlFragment.of("SELECT name, document FROM sandoo_model ORDER BY name");

    private static final SqlFragment MODELS =
            SqlFragment.of("SELECT to_jsonb(m)::text FROM ir_model m WHERE m.state = 'manual' ORDER BY m.id");

    private static final SqlFragment FIELDS = SqlFragment.of("""
            SELECT to_jsonb(f)::text,
                   (SELECT jsonb_agg(jsonb_build_array(s.value, s.name) ORDER BY s.sequence, s.id)::text
                      FROM ir_model_fields_selection s WHERE s.field_id = f.id)
              FROM ir_model_fields f
             WHERE f.state = 'manual'
             ORDER BY f.id""");

    /** Fields are made with the database; what was written later was written by people. */
    private static final SqlFragment LABELS = SqlFragment.of("""
            SELECT f.model, f.name, f.field_description ->> 'en_US', f.help ->> 'en_US'
              FROM ir_model_fields f
             WHERE f.state = 'base' AND f.write_date > f.create_date""");

    /** The languages in use are what fields of this selection choose from. */
    private static final String LANGUAGE_SELECTION = "languages";

    private static final SqlFragment LANGUAGES =
            SqlFragment.of("SELECT code, name FROM res_lang WHERE active ORDER BY name");

    private final Schema base;
    private final Map<String, ModelDef> models;
    private boolean changed;

    private CustomSchema(Schema base) {
        this.base = base;
        this.models = new LinkedHashMap<>(base.models());
    }

    /** The registry of a database: the version's own one when it has nothing of its own. */
    static Registry extend(Registry base, Transaction transaction) {
        CustomSchema custom = new CustomSchema(base.schema());
        custom.read(transaction);
        return custom.changed ? base.with(custom.schema()) : base;
    }

    /** The models as the transaction sees them, its own changes included. */
    public static Schema current(Environment env) {
        CustomSchema custom = new CustomSchema(env.registry().baseSchema());
        custom.read(env.transaction());
        return custom.schema();
    }

    private Schema schema() {
        return new Schema(base.version(), models, base.baseMethods(), base.hash());
    }

    private void read(Transaction transaction) {
        declare(transaction.query(DECLARED, row -> new DeclaredModel(row.text(1), parse(row.text(2)))));
        CustomModels factory = new CustomModels(base);
        for (CustomRow row : transaction.query(MODELS, row -> new CustomRow(parse(row.text(1)), List.of()))) {
            ModelDef model = factory.of(row);
            models.put(model.name(), model);
            changed = true;
        }
        List<CustomRow> fields =
                transaction.query(FIELDS, row -> new CustomRow(parse(row.text(1)), options(row.text(2))));
        addFields(fields);
        transaction.query(LABELS, row -> relabel(row.text(1), row.text(2), row.text(3), row.text(4)));
        offerLanguages(transaction.query(LANGUAGES, row -> new FieldDef.Option(row.text(1), row.text(2))));
    }

    private void declare(List<DeclaredModel> declared) {
        for (DeclaredModel model : declared) {
            Optional<ModelDef> existing = Optional.ofNullable(base.models().get(model.name()));
            models.put(model.name(), model.over(existing, base.models().get(CustomModels.PATTERN)));
            changed = true;
        }
    }

    private void offerLanguages(List<FieldDef.Option> languages) {
        for (ModelDef model : List.copyOf(models.values())) {
            for (FieldDef field : model.fields().values()) {
                if (field.selectionName().filter(LANGUAGE_SELECTION::equals).isPresent()
                        && !field.selection().equals(languages)) {
                    put(models.get(model.name()), field.choosing(languages));
                }
            }
        }
    }

    /** A field may need another one that comes later, such as the many2one of a one2many: what is not ready is tried again. */
    private void addFields(List<CustomRow> rows) {
        List<CustomRow> open = new ArrayList<>(rows);
        boolean progress = true;
        while (progress && !open.isEmpty()) {
            progress = open.removeIf(this::add);
        }
    }

    private boolean add(CustomRow row) {
        ModelDef model = models.get(row.text("model"));
        if (model == null) {
            return false;
        }
        Optional<FieldDef> field = new CustomFields(base.version(), models).of(model, row);
        field.ifPresent(def -> put(model, def));
        return field.isPresent();
    }

    private void put(ModelDef model, FieldDef field) {
        Map<String, FieldDef> fields = new LinkedHashMap<>(model.fields());
        fields.put(field.name(), field);
        models.put(model.name(), CustomModels.with(model, fields));
        changed = true;
    }

    private boolean relabel(String modelName, String name, String label, String help) {
        ModelDef model = models.get(modelName);
        FieldDef field = model == null ? null : model.fields().get(name);
        if (field == null || label == null || label.equals(field.string()) && help == null) {
            return false;
        }
        put(model, field.labelled(label, Optional.ofNullable(help)));
        return true;
    }

    private static List<FieldDef.Option> options(String json) {
        List<FieldDef.Option> options = new ArrayList<>();
        if (json != null) {
            for (List<Object> pair : read(json, new TypeReference<List<List<Object>>>() {})) {
                options.add(new FieldDef.Option((String) pair.get(0), CustomRow.inEnglish(pair.get(1))));
            }
        }
        return options;
    }

    private static Map<String, Object> parse(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL wrote broken JSON", e);
        }
    }
}
