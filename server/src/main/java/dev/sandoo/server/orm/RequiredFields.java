package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.ValidationError;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Required fields: what PostgreSQL says of a NOT NULL column, Odoo says in words of its own. */
final class RequiredFields {
    private final Environment env;
    private final ModelDef model;

    RequiredFields(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /** Refuses new records that lack a required value which is not computed in time. */
    void checkNew(List<ValueSplit> splits) {
        List<FieldDef> held = inOrderOfColumns();
        for (ValueSplit split : splits) {
            for (FieldDef field : held) {
                if (split.columns().get(field) == null) {
                    throw missing(field);
                }
            }
        }
    }

    /** PostgreSQL tells of the first column that is empty; one that only this database has comes last. */
    private List<FieldDef> inOrderOfColumns() {
        List<String> columns = model.requiredColumns();
        return model.fields().values().stream()
                .filter(field -> isHeld(field) && !isComputedFirst(field))
                .sorted(Comparator.comparingInt(
                        field -> columns.contains(field.name()) ? columns.indexOf(field.name()) : columns.size()))
                .toList();
    }

    /** Odoo computes some fields before it inserts the row; the others must be given or have a default. */
    private static boolean isComputedFirst(FieldDef field) {
        return field.computation().map(FieldDef.Computation::precompute).orElse(false);
    }

    /** The required fields that are computed after the row is there. */
    List<FieldDef> computed() {
        return env.registry().triggers().recomputed(model).stream()
                .filter(RequiredFields::isHeld)
                .toList();
    }

    /** Refuses to empty a required field. */
    void checkWritten(Map<FieldDef, Object> columns) {
        columns.forEach((field, value) -> {
            if (value == null && isHeld(field)) {
                throw missing(field);
            }
        });
    }

    /** A custom field may be required where records lack it already: there the column alone says what must be. */
    private static boolean isHeld(FieldDef field) {
        return field.required()
                && !field.manual()
                && field.hasColumn()
                && !field.name().equals("id")
                && !field.companyDependent();
    }

    /** The error for a required field that is empty. */
    ValidationError missing(FieldDef field) {
        return new ValidationError(env.version()
                .message(
                        "constraint.required",
                        Map.of(
                                "field",
                                field.string(),
                                "name",
                                field.name(),
                                "model",
                                model.description(),
                                "model_name",
                                model.name())));
    }
}
