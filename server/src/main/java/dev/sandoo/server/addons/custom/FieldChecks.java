package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.OdooVersion;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.field.PythonLiteral;
import dev.sandoo.server.orm.Records;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a custom field must be, in Odoo's words. Source: refusals of 19.0 and 14.0 over XML-RPC. */
final class FieldChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]{1,63}");
    private static final Pattern TABLE = Pattern.compile("[a-z0-9_]{1,63}");

    private final OdooVersion version;
    private final Schema schema;

    FieldChecks(OdooVersion version, Schema schema) {
        this.version = version;
        this.schema = schema;
    }

    /** Checks a record of {@code ir.model.fields} that was made or changed. */
    void check(Records field) {
        checkName(field.text("name"));
        ModelDef model = schema.models().get(field.text("model"));
        if (model == null) {
            return;
        }
        checkRelation(field);
        checkRelated(model, field);
        checkDepends(model, field);
        checkCurrency(model, field);
        checkRequired(field);
    }

    private void checkName(String name) {
        if (!name.startsWith("x_")) {
            throw new ValidationError(version.message("custom.field.prefix"));
        }
        if (!NAME.matcher(name).matches()) {
            throw new ValidationError("Field names can only contain characters, digits and underscores (up to 63).");
        }
    }

    private void checkRelation(Records field) {
        String relation = field.text("relation");
        if (!relation.isEmpty() && !schema.models().containsKey(relation)) {
            String text = version.message("custom.field.relation", Map.of("model", relation));
            throw version.has("custom.relation.user-error") ? new UserError(text) : new ValidationError(text);
        }
        if (field.text("ttype").equals("one2many")) {
            checkInverse(relation, field.text("relation_field"));
        }
        String table = field.text("relation_table");
        if (!table.isEmpty() && !TABLE.matcher(table).matches()) {
            throw new ValidationError("Invalid characters in table name '" + table + "'");
        }
        if (!field.text("domain").isEmpty()) {
            PythonLiteral.parse(version, field.text("domain"));
        }
    }

    private void checkInverse(String relation, String name) {
        boolean found = Optional.ofNullable(schema.models().get(relation))
                .map(comodel -> comodel.fields().get(name))
                .filter(inverse -> inverse.type() == FieldType.MANY2ONE)
                .isPresent();
        if (!found) {
            throw new UserError("Many2one " + name + " on model " + relation + " does not exist!");
        }
    }

    private void checkRelated(ModelDef model, Records field) {
        String path = field.text("related");
        if (path.isEmpty()) {
            return;
        }
        FieldDef end = last(model, path);
        if (!end.type().wireName().equals(field.text("ttype"))) {
            throw new ValidationError(
                    version.message("custom.related.type", Map.of("path", path, "type", field.text("ttype"))));
        }
        if (end.type().isRelational() && !end.comodel().equals(field.text("relation"))) {
            String comodel = field.text("relation").isEmpty() ? "False" : field.text("relation");
            throw new ValidationError(
                    version.message("custom.related.comodel", Map.of("path", path, "model", comodel)));
        }
    }

    private FieldDef last(ModelDef model, String path) {
        ModelDef at = model;
        FieldDef field = null;
        for (String name : path.split("\\.")) {
            if (field != null && !field.type().isRelational()) {
                throw new UserError(version.message("custom.related.path", Map.of("name", field.name(), "path", path)));
            }
            at = field == null ? at : schema.models().get(field.comodel());
            field = at.fields().get(name);
            if (field == null) {
                throw new UserError(version.message("custom.related.unknown", Map.of("name", name, "path", path)));
            }
        }
        return field;
    }

    private void checkDepends(ModelDef model, Records field) {
        if (field.text("compute").isEmpty()) {
            return;
        }
        for (String path : commaSeparated(field.text("depends"))) {
            ModelDef at = model;
            for (String name : path.split("\\.")) {
                FieldDef step = at == null ? null : at.fields().get(name);
                if (step == null) {
                    throw new UserError(version.message("custom.depends.unknown", Map.of("name", name, "path", path)));
                }
                at = step.type().isRelational() ? schema.models().get(step.comodel()) : null;
            }
        }
    }

    private static List<String> commaSeparated(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private void checkCurrency(ModelDef model, Records field) {
        if (!field.model().fields().containsKey("currency_field")) {
            return;
        }
        String currency = field.text("currency_field");
        if (!currency.isEmpty() && !model.fields().containsKey(currency)) {
            throw new ValidationError("Unknown field specified “" + currency + "” in currency_field");
        }
    }

    private void checkRequired(Records field) {
        boolean held = version.has("custom.required-many2one-held");
        boolean loose =
                field.text("on_delete").isEmpty() || field.text("on_delete").equals("set null");
        if (held
                && field.bool("required")
                && field.text("ttype").equals("many2one")
                && loose
                && !field.text("relation").isEmpty()) {
            throw new ValidationError(
                    "The m2o field " + field.text("name") + " is required but declares its ondelete policy"
                            + " as being 'set null'. Only 'restrict' and 'cascade' make sense.");
        }
    }

    /** A one2many cannot do without the names it needs. */
    static void requireRelationNames(Map<String, Object> values) {
        if (!"one2many".equals(values.get("ttype"))) {
            return;
        }
        for (String name : List.of("relation", "relation_field")) {
            if (!values.containsKey(name)) {
                throw PythonError.keyError(name);
            }
        }
    }
}
