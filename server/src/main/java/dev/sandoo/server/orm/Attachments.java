package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Binary fields that are kept as rows of {@code ir_attachment}, one for each record and field. */
final class Attachments {
    private final Environment env;

    Attachments(Environment env) {
        this.env = env;
    }

    /** The base64 texts of a field by record id; no entry where there is none. */
    Map<Integer, Object> values(ModelDef model, FieldDef field, Collection<Integer> ids) {
        Map<Integer, Object> values = new HashMap<>();
        env.transaction()
                .query(
                        SqlFragment.of(
                                "SELECT res_id, db_datas FROM ir_attachment"
                                        + " WHERE res_model = ? AND res_field = ? AND res_id = ANY(?) ORDER BY id",
                                model.name(), field.name(), SqlArray.ids(ids)),
                        row -> values.put(row.integer(1), base64(row.bytesOrNull(2))));
        return values;
    }

    /** Keeps base64 texts (null: removes what is there) for each of the records. */
    void write(ModelDef model, List<Integer> ids, Map<FieldDef, Object> binaries) {
        binaries.forEach((field, value) -> {
            env.transaction()
                    .update(SqlFragment.of(
                            "DELETE FROM ir_attachment WHERE res_model = ? AND res_field = ? AND res_id = ANY(?)",
                            model.name(), field.name(), SqlArray.ids(ids)));
            if (value != null) {
                byte[] content = Base64.getMimeDecoder().decode((String) value);
                ids.forEach(id -> insert(model, field, id, content));
            }
        });
    }

    /** Removes the attachments of deleted records, those of people included. */
    void delete(ModelDef model, List<Integer> ids) {
        env.transaction()
                .update(SqlFragment.of(
                        "DELETE FROM ir_attachment WHERE res_model = ? AND res_id = ANY(?)",
                        model.name(), SqlArray.ids(ids)));
    }

    private void insert(ModelDef model, FieldDef field, int id, byte[] content) {
        env.transaction()
                .update(SqlFragment.of(
                        "INSERT INTO ir_attachment (name, res_model, res_field, res_id, type, db_datas, file_size,"
                                + " create_uid, create_date, write_uid, write_date)"
                                + " VALUES (?, ?, ?, ?, 'binary', ?, ?, ?, ?, ?, ?)",
                        field.name(), model.name(), field.name(), id, content, content.length,
                        env.uid(), env.now(), env.uid(), env.now()));
    }

    private static Object base64(byte[] content) {
        return content == null ? null : Base64.getEncoder().encodeToString(content);
    }
}
