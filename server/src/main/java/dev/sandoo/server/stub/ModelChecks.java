package dev.sandoo.server.stub;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.SchemaDataException;
import dev.sandoo.server.document.Node;
import dev.sandoo.server.orm.DeclaredModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds the models that a document declares against those that are there. Used by one thread. */
final class ModelChecks {
    private static final Pattern MODEL = Pattern.compile("[a-z_][a-z0-9_]*(\\.[a-z0-9_]+)*");
    private static final Pattern FIELD = Pattern.compile("[a-z_][a-zA-Z0-9_]*");
    private static final int LONGEST_NAME = 63;

    private final Schema known;
    private final Schema ofVersion;
    private final Map<String, Node> declared;

    /**
     * Checks against these models.
     *
     * @param known all models of the database
     * @param ofVersion those that every database of the version has
     */
    ModelChecks(Schema known, Schema ofVersion, Map<String, Node> declared) {
        this.known = known;
        this.ofVersion = ofVersion;
        this.declared = declared;
    }

    /** Notes what is wrong with any of them. */
    void check() {
        declared.forEach(this::check);
    }

    private void check(String name, Node node) {
        if (!MODEL.matcher(name).matches() || name.length() > LONGEST_NAME) {
            node.problem("is no name of a model: small letters, digits, underscores and dots");
            return;
        }
        DeclaredModel model = new DeclaredModel(name, plain(node));
        Optional<ModelDef> existing = Optional.ofNullable(ofVersion.models().get(name));
        if (existing.isPresent() && !model.beyondExtension().isEmpty()) {
            node.problem("is a model of Odoo, to which only fields, methods and model_methods can be added, not "
                    + String.join(", ", model.beyondExtension()));
            return;
        }
        boolean good =
                node.find("fields").map(fields -> checkFields(model, fields)).orElse(true);
        if (good) {
            checkWhole(model, existing, node);
        }
    }

    private boolean checkFields(DeclaredModel model, Node fields) {
        boolean good = true;
        for (Map.Entry<String, Node> entry : fields.entries().entrySet()) {
            good &= checkField(model, entry.getKey(), entry.getValue());
        }
        return good;
    }

    private boolean checkField(DeclaredModel model, String name, Node line) {
        if (!FIELD.matcher(name).matches() || name.length() > LONGEST_NAME) {
            line.problem("is no name of a field: letters, digits and underscores");
            return false;
        }
        if (!line.isTable()) {
            line.problem("must be a table with a type, as in {type: char}");
            return false;
        }
        try {
            return checkRelation(model.field(name, plain(line)), line);
        } catch (SchemaDataException e) {
            line.problem(e.getMessage().replace("field " + name + ": ", ""));
            return false;
        }
    }

    private boolean checkRelation(FieldDef field, Node line) {
        if (!field.type().isRelational()) {
            return true;
        }
        Optional<String> comodel = field.relation().map(FieldDef.Relation::comodel);
        if (comodel.isEmpty()) {
            line.problem("needs comodel");
            return false;
        }
        if (!known.models().containsKey(comodel.get()) && !declared.containsKey(comodel.get())) {
            line.problem("points to " + comodel.get() + ", which there is not");
            return false;
        }
        return field.type() != FieldType.ONE2MANY || checkInverse(field, comodel.get(), line);
    }

    private boolean checkInverse(FieldDef field, String comodel, Node line) {
        Optional<String> inverse = field.relation().flatMap(FieldDef.Relation::inverseName);
        boolean there = inverse.isPresent() && hasField(comodel, inverse.get());
        if (!there) {
            line.problem("needs inverse_name, a many2one of " + comodel);
        }
        return there;
    }

    private boolean hasField(String model, String field) {
        boolean isKnown = known.models().containsKey(model)
                && known.models().get(model).fields().containsKey(field);
        return isKnown
                || Optional.ofNullable(declared.get(model))
                        .flatMap(node -> node.find("fields"))
                        .flatMap(fields -> fields.find(field))
                        .isPresent();
    }

    private void checkWhole(DeclaredModel model, Optional<ModelDef> existing, Node node) {
        try {
            model.over(existing, ofVersion.models().get("ir.model"));
        } catch (SchemaDataException e) {
            node.problem(e.getMessage().replace("model " + model.name() + ": ", ""));
        }
    }

    @SuppressWarnings("unchecked") // the parser has no keys but text
    private static Map<String, Object> plain(Node node) {
        return node.isTable() ? (Map<String, Object>) node.plain() : new LinkedHashMap<>(node.entries());
    }
}
