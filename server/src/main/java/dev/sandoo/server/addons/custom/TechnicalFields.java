package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the technical models compute of their records. */
final class TechnicalFields {
    private static final Set<String> WITH_OPTIONS = Set.of("selection", "reference");

    private TechnicalFields() {}

    static void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(CustomRecords.FIELD, "display_name", TechnicalFields::displayName)
                .compute(
                        CustomRecords.FIELD, List.of("selection"), List.of("selection_ids"), TechnicalFields::selection)
                .computeEach(
                        CustomRecords.FIELD, "copied", List.of("ttype", "related", "compute"), TechnicalFields::copied)
                .compute(
                        CustomRecords.FIELD,
                        List.of("relation_field_id"),
                        List.of("relation", "relation_field"),
                        TechnicalFields::relationField)
                .compute(
                        CustomRecords.FIELD,
                        List.of("related_field_id"),
                        List.of("related"),
                        TechnicalFields::relatedField)
                .compute(CustomRecords.FIELD, List.of("modules"), List.of(), (fields, results) -> {
                    fields.forEach(field -> results.set(field.id(), "modules", ""));
                })
                .compute(CustomRecords.MODEL, List.of("modules"), List.of(), (models, results) -> {
                    models.forEach(model -> results.set(model.id(), "modules", ""));
                })
                .compute(CustomRecords.MODEL, List.of("count"), List.of(), TechnicalFields::count);
    }

    /** Such as {@code Country (Contact)}; the earlier version tells the model by its technical name. */
    private static void displayName(Records fields, Compute.Results results) {
        String owner = fields.env().version().has("fields.told-by-model-title") ? "model_id.name" : "model";
        for (Records field : fields) {
            String label = field.text("field_description");
            results.set(field.id(), "display_name", label + " (" + field.sudo().text(owner) + ")");
        }
    }

    private static void selection(Records fields, Compute.Results results) {
        for (Records field : fields) {
            if (WITH_OPTIONS.contains(field.text("ttype"))) {
                results.set(field.id(), "selection", SelectionText.of(field.records("selection_ids")));
            }
        }
    }

    private static Object copied(Records field) {
        boolean derived =
                !field.text("related").isEmpty() || !field.text("compute").isEmpty();
        return !derived && !field.text("ttype").equals("one2many");
    }

    private static void relationField(Records fields, Compute.Results results) {
        for (Records field : fields) {
            if (field.text("state").equals("manual")
                    && !field.text("relation_field").isEmpty()) {
                results.set(
                        field.id(),
                        "relation_field_id",
                        id(field, field.text("relation"), field.text("relation_field"))
                                .orElse(null));
            }
        }
    }

    private static void relatedField(Records fields, Compute.Results results) {
        for (Records field : fields) {
            if (field.text("state").equals("manual") && !field.text("related").isEmpty()) {
                results.set(field.id(), "related_field_id", last(field).orElse(null));
            }
        }
    }

    /** The field at the end of a related path; none while the path is wrong, which is told elsewhere. */
    private static Optional<Integer> last(Records field) {
        String model = field.text("model");
        Optional<Integer> found = Optional.empty();
        for (String name : field.text("related").split("\\.")) {
            found = id(field, model, name);
            if (found.isEmpty()) {
                return found;
            }
            model = field.browse(List.of(found.get())).text("relation");
        }
        return found;
    }

    private static Optional<Integer> id(Records any, String model, String name) {
        Condition condition =
                Condition.term("model", Operator.EQUALS, model).and(Condition.term("name", Operator.EQUALS, name));
        return any.search(condition).ids().stream().findFirst();
    }

    /** All records of a model, archived ones and those of other companies included. */
    private static void count(Records models, Compute.Results results) {
        for (Records model : models) {
            Optional<ModelDef> def = models.env().registry().find(model.text("model"));
            boolean kept = def.map(ModelDef::kind)
                    .filter(kind -> kind == ModelDef.Kind.REGULAR || kind == ModelDef.Kind.TRANSIENT)
                    .isPresent();
            results.set(model.id(), "count", kept ? rows(models, def.get()) : 0);
        }
    }

    private static int rows(Records models, ModelDef def) {
        SqlFragment count = SqlFragment.of("SELECT count(*)::int4 FROM ").append(SqlFragment.identifier(def.table()));
        return models.env().transaction().query(count, row -> row.integer(1)).get(0);
    }
}
