package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.CustomSchema;
import dev.sandoo.server.orm.Records;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a custom model must be, in Odoo's words. Source: refusals of 19.0 and 14.0 over XML-RPC. */
final class ModelChecks {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.]+");
    private static final Pattern TERM = Pattern.compile("\\s*(\\w+)(\\s+(?:asc|desc))?\\s*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_TABLE = 63;

    private ModelChecks() {}

    /** The names of custom models. */
    static void names(Records models) {
        for (Records model : models) {
            String name = model.text("model");
            if (!CustomRecords.isCustom(model)) {
                continue;
            }
            if (!name.startsWith("x_")) {
                throw new ValidationError("The model name must start with 'x_'.");
            }
            if (!NAME.matcher(name).matches()) {
                throw new ValidationError(
                        "The model name can only contain lowercase characters, digits, underscores and dots.");
            }
            if (name.length() > LONGEST_TABLE) {
                throw new ValidationError("Table name '" + name.replace('.', '_') + "' is too long");
            }
        }
    }

    /** The order of custom models names stored fields of theirs. */
    static void orders(Records models) {
        Schema schema = CustomSchema.current(models.env());
        for (Records model : models) {
            ModelDef def = schema.models().get(model.text("model"));
            if (def != null) {
                checkOrder(def, model.text("order"));
            }
        }
    }

    private static void checkOrder(ModelDef model, String order) {
        for (String term : order.split(",", -1)) {
            Matcher matcher = TERM.matcher(term);
            if (!matcher.matches()) {
                throw new ValidationError(
                        "Invalid \"order\" specified (" + order + "). A valid \"order\" specification is a"
                                + " comma-separated list of valid field names (optionally followed by asc/desc for the direction)");
            }
            FieldDef field = model.fields().get(matcher.group(1));
            if (field == null || !field.stored()) {
                throw new ValidationError("Unable to order by " + matcher.group(1)
                        + ": fields used for ordering must be present on the model and stored.");
            }
        }
    }

    /** The field that tells which columns of a board are folded is one of the model's. */
    static void foldNames(Records models) {
        if (!models.model().fields().containsKey("fold_name")) {
            return;
        }
        Schema schema = CustomSchema.current(models.env());
        for (Records model : models) {
            ModelDef def = schema.models().get(model.text("model"));
            String fold = model.text("fold_name");
            if (CustomRecords.isCustom(model)
                    && def != null
                    && !fold.isEmpty()
                    && !def.fields().containsKey(fold)) {
                throw new ValidationError("The value of 'Fold Field' should be a field name of the model.");
            }
        }
    }
}
