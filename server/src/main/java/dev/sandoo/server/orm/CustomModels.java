package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.MethodSignature;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes models out of rows of {@code ir.model}, with the fields that every model has. */
final class CustomModels {
    /** The model whose log fields are as every model's. */
    static final String PATTERN = "ir.model";

    private static final String NAME = "x_name";
    private static final String ACTIVE = "x_active";
    private static final String PARENT = "x_parent_id";
    private static final List<String> EVERY_MODEL_HAS =
            List.of("id", "create_uid", "create_date", "write_uid", "write_date", "__last_update");

    private final ModelDef pattern;

    CustomModels(Schema base) {
        this.pattern = base.models().get(PATTERN);
    }

    /** The model without fields of its own. */
    ModelDef of(CustomRow row) {
        Map<String, FieldDef> fields = everyModels(pattern, List.of());
        String name = row.text("model");
        return new ModelDef(
                name,
                row.text("name"),
                name.replace('.', '_'),
                row.flag("transient") ? ModelDef.Kind.TRANSIENT : ModelDef.Kind.REGULAR,
                row.optional("order").orElse("id"),
                Optional.empty(),
                List.of(),
                "parent_id",
                false,
                Optional.empty(),
                Map.of(),
                false,
                fields,
                List.of(),
                Map.of());
    }

    /**
     * The fields that every model has.
     *
     * @param named the fields that a record's name is made of
     */
    static Map<String, FieldDef> everyModels(ModelDef pattern, List<String> named) {
        Map<String, FieldDef> fields = new LinkedHashMap<>();
        for (String name : EVERY_MODEL_HAS) {
            Optional.ofNullable(pattern.fields().get(name)).ifPresent(field -> fields.put(name, field));
        }
        fields.put("display_name", displayName(pattern.fields().get("display_name"), named));
        return fields;
    }

    private static FieldDef displayName(FieldDef other, List<String> depends) {
        boolean searchable = other.computation().map(Computation::searchable).orElse(false);
        return FieldDef.builder("display_name", FieldType.CHAR)
                .string(other.string())
                .stored(false)
                .readonly(true)
                .copied(false)
                .trim(true)
                .computation(new Computation(Optional.empty(), depends, false, searchable, false, false, false))
                .build();
    }

    /** The model with other fields (the map is changed); a custom one is called, archived and nested by the fields that Odoo looks for. */
    static ModelDef with(ModelDef model, Map<String, FieldDef> fields) {
        return with(model, fields, model.methods());
    }

    /** The same with other methods too. */
    static ModelDef with(ModelDef model, Map<String, FieldDef> fields, Map<String, MethodSignature> methods) {
        boolean custom = model.name().startsWith("x_");
        if (custom && fields.containsKey(NAME)) {
            fields.put("display_name", displayName(fields.get("display_name"), List.of(NAME)));
        }
        return new ModelDef(
                model.name(),
                model.description(),
                model.table(),
                model.kind(),
                model.order(),
                custom && fields.containsKey(NAME) ? Optional.of(NAME) : model.recName(),
                model.recNamesSearch(),
                custom && fields.containsKey(PARENT) ? PARENT : model.parentName(),
                model.parentStore(),
                model.activeName().isEmpty() && fields.containsKey(ACTIVE) ? Optional.of(ACTIVE) : model.activeName(),
                model.inherits(),
                model.checkCompanyAuto(),
                fields,
                model.constraints(),
                methods,
                model.reifiedFields(),
                model.requiredColumns());
    }
}
