package dev.sandoo.server.addons.custom;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.schema.Schema;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlFragment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes into the technical records what the fields have become: Odoo describes a field anew once it works, so that settings
 * which mean nothing for its type go away. Source: {@code ir.model.fields} read after {@code create} on 19.0 and 14.0.
 */
final class Reflection {
    private static final String RENUMBER = """
            UPDATE ir_model_fields_selection s SET sequence = n.position
              FROM (SELECT o.id, row_number() OVER (PARTITION BY o.field_id ORDER BY o.sequence, o.id) - 1 AS position
                      FROM ir_model_fields_selection o
                      JOIN ir_model_fields f ON f.id = o.field_id
                     WHERE f.ttype IN ('selection', 'reference') AND f.state = 'manual') n
             WHERE s.id = n.id AND s.sequence <> n.position""";

    private static final List<String> HTML_ONLY =
            List.of("sanitize", "sanitize_tags", "sanitize_attributes", "sanitize_form");

    private final Environment env;
    private final Schema schema;

    Reflection(Environment env, Schema schema) {
        this.env = env;
        this.schema = schema;
    }

    /** Describes the custom ones of these fields; a field that does not work stays as it was given. */
    void of(Records fields) {
        for (Records field : fields.sudo()) {
            ModelDef model = schema.models().get(field.text("model"));
            FieldDef def = model == null ? null : model.fields().get(field.text("name"));
            if (def != null && def.manual()) {
                field.writeQuietly(settled(field, def));
            }
        }
        renumber(env);
    }

    private static Map<String, Object> settled(Records record, FieldDef field) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (field.type() != FieldType.MANY2ONE) {
            values.put("on_delete", false);
        }
        if (field.type() != FieldType.HTML) {
            HTML_ONLY.stream().filter(record.model().fields()::containsKey).forEach(name -> values.put(name, false));
        }
        field.relation().flatMap(Relation::table).ifPresent(table -> {
            values.put("relation_table", table);
            values.put("column1", field.relation().orElseThrow().column().orElseThrow());
            values.put("column2", field.relation().orElseThrow().otherColumn().orElseThrow());
        });
        return values;
    }

    /** Counts the options of each custom field from 0, when all of them are there. */
    static void renumber(Environment env) {
        env.whenDone(CustomRecords.SELECTION, () -> env.transaction().update(SqlFragment.of(RENUMBER)));
    }

    /** Adds the records of the fields that a custom model has by nature. */
    void ofNature(Records model) {
        ModelDef def = schema.models().get(model.text("model"));
        List<Object> known = env.transaction()
                .query(
                        SqlFragment.of("SELECT name FROM ir_model_fields WHERE model_id = ?", model.id()),
                        row -> row.text(1));
        for (FieldDef field : def.fields().values()) {
            if (!field.manual() && !known.contains(field.name())) {
                insert(model, field);
            }
        }
    }

    private void insert(Records model, FieldDef field) {
        env.transaction()
                .update(SqlFragment.of(
                        """
                        INSERT INTO ir_model_fields (model_id, model, name, field_description, ttype, state, store, readonly,
                               required, copied, selectable, relation, on_delete)
                        VALUES (?, ?, ?, jsonb_build_object('en_US', ?::text), ?, 'base', ?, ?, ?, ?, ?, nullif(?, ''), nullif(?, ''))""",
                        model.id(),
                        model.text("model"),
                        field.name(),
                        field.string(),
                        field.type().wireName(),
                        field.stored(),
                        field.readonly(),
                        field.required(),
                        field.copied(),
                        field.stored(),
                        field.relation().map(Relation::comodel).orElse(""),
                        field.type() == FieldType.MANY2ONE ? "set null" : ""));
    }
}
