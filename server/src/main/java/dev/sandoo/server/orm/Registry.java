package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldAttributes;
import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The models of one database and what they do. Immutable; swapped whole when custom models or fields change. */
public final class Registry {
    private final Schema base;
    private final Schema schema;
    private final Behaviours behaviours;
    private final Map<String, List<Reference>> companyReferences;
    private final Triggers triggers;
    private final TrackedFields trackedFields;
    private final FieldAttributes attributes;
    private final Map<String, Map<String, Object>> described = new ConcurrentHashMap<>();
    private final RuleConditions rules = new RuleConditions();

    /** The registry of a version's own models. */
    public Registry(Schema schema, Behaviours behaviours) {
        this(schema, schema, behaviours);
    }

    private Registry(Schema base, Schema schema, Behaviours behaviours) {
        this.base = base;
        this.schema = schema;
        this.behaviours = behaviours;
        this.companyReferences = companyReferences(schema.models().values());
        this.attributes = FieldAttributes.of(schema.version(), schema.models());
        this.triggers = Triggers.of(this);
        this.trackedFields = new TrackedFields(this);
    }

    /** The same behaviours over other models. */
    public Registry with(Schema other) {
        return new Registry(base, other, behaviours);
    }

    /** Whether users may choose the language: those that were active when the models were read. */
    boolean isLanguage(String code) {
        FieldDef lang = model("res.partner").fields().get("lang");
        return lang.selection().stream().anyMatch(option -> option.value().equals(code));
    }

    /** The version's own models, without those of the database. */
    public Schema baseSchema() {
        return base;
    }

    public Schema schema() {
        return schema;
    }

    public OdooVersion version() {
        return schema.version();
    }

    public Behaviours behaviours() {
        return behaviours;
    }

    public Collection<ModelDef> models() {
        return schema.models().values();
    }

    /** The model with this name, if there is one. */
    public Optional<ModelDef> find(String model) {
        return Optional.ofNullable(schema.models().get(model));
    }

    /**
     * The model with this name.
     *
     * @throws IllegalArgumentException when there is none: our own code named it
     */
    public ModelDef model(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no model " + name));
    }

    /** Whether there is a model with a method of these names. */
    public boolean has(String model, String method) {
        return find(model).flatMap(known -> signature(known, method)).isPresent();
    }

    /** The signature of a public method of the model. */
    Optional<MethodSignature> signature(ModelDef model, String method) {
        MethodSignature own = model.methods().get(method);
        return Optional.ofNullable(own != null ? own : schema.baseMethods().get(method));
    }

    /** A relational field and the model that has it. */
    record Reference(ModelDef model, FieldDef field) {}

    /** The stored many2ones to a model that have a value for each company. */
    List<Reference> companyReferences(String comodel) {
        return companyReferences.getOrDefault(comodel, List.of());
    }

    /** What {@code fields_get} says of a field to someone who may write it. */
    Map<String, Object> attributes(ModelDef model, FieldDef field) {
        return described.computeIfAbsent(
                model.name() + '.' + field.name(), key -> Collections.unmodifiableMap(attributes.of(field)));
    }

    RuleConditions rules() {
        return rules;
    }

    /** The tracked fields of a model that may hold something else once these fields are written. */
    public List<FieldDef> tracked(ModelDef model, Set<String> written) {
        return trackedFields.changedBy(model, written);
    }

    Triggers triggers() {
        return triggers;
    }

    private static Map<String, List<Reference>> companyReferences(Collection<ModelDef> models) {
        Map<String, List<Reference>> references = new HashMap<>();
        for (ModelDef model : models) {
            for (FieldDef field : model.fields().values()) {
                if (field.type() == FieldType.MANY2ONE
                        && field.companyDependent()
                        && field.hasColumn()
                        && model.hasTable()) {
                    references
                            .computeIfAbsent(field.comodel(), comodel -> new ArrayList<>())
                            .add(new Reference(model, field));
                }
            }
        }
        return references;
    }
}
