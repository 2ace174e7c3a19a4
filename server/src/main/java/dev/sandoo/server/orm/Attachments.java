package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.PythonBase64;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Binary fields that are kept as rows of {@code ir_attachment}, one for each record and field. The bytes lie in a column of
 * our own: Odoo's {@code db_datas} is empty as a rule, since it keeps files elsewhere.
 */
final class Attachments {
    private final Environment env;

    Attachments(Environment env) {
        this.env = env;
    }

    /** The base64 texts of a field by record id, or sizes where the context asks for them; no entry where there is none. */
    Map<Integer, Object> values(ModelDef model, FieldDef field, Collection<Integer> ids) {
        boolean sizes = env.context().isTrue("bin_size", false);
        Map<Integer, Object> values = new HashMap<>();
        env.transaction()
                .query(
                        SqlFragment.of(
                                "SELECT res_id, sandoo_content FROM ir_attachment"
                                        + " WHERE res_model = ? AND res_field = ? AND res_id = ANY(?) ORDER BY id",
                                model.name(),
                                field.name(),
                                SqlArray.ids(ids)),
                        row -> values.put(row.integer(1), shown(row.bytesOrNull(2), sizes)));
        return values;
    }

    private static Object shown(byte[] content, boolean sizes) {
        if (content == null) {
            return null;
        }
        return sizes ? FileContent.size(content.length) : Base64.getEncoder().encodeToString(content);
    }

    /** Keeps base64 texts (null: removes what is there) for each of the records. */
    void write(ModelDef model, List<Integer> ids, Map<FieldDef, Object> binaries) {
        binaries.forEach((field, value) -> {
            byte[] content = content(field, value);
            env.transaction()
                    .update(SqlFragment.of(
                            "DELETE FROM ir_attachment WHERE res_model = ? AND res_field = ? AND res_id = ANY(?)",
                            model.name(),
                            field.name(),
                            SqlArray.ids(ids)));
            if (content.length > 0) {
                ids.forEach(id -> insert(model, field, id, new FileContent(content)));
            }
        });
    }

    private byte[] content(FieldDef field, Object value) {
        if (value == null) {
            return new byte[0];
        }
        OptionalInt limit = Images.limit(field);
        if (limit.isEmpty()) {
            return PythonBase64.decode(value);
        }
        byte[] content = picture(value);
        try {
            return content.length == 0 ? content : Images.fit(content, limit.getAsInt());
        } catch (UserError e) {
            throw new UserError(env.version().message("image.unreadable", Map.of()));
        }
    }

    private byte[] picture(Object value) {
        try {
            return PythonBase64.decode(value);
        } catch (PythonError e) {
            throw new UserError(env.version().message("image.not-base64", Map.of()));
        }
    }

    /** Removes the attachments of deleted records, those of people included. */
    void delete(ModelDef model, List<Integer> ids) {
        env.transaction()
                .update(SqlFragment.of(
                        "DELETE FROM ir_attachment WHERE res_model = ? AND res_id = ANY(?)",
                        model.name(),
                        SqlArray.ids(ids)));
    }

    private void insert(ModelDef model, FieldDef field, int id, FileContent content) {
        env.transaction()
                .update(SqlFragment.of(
                        "INSERT INTO ir_attachment (name, res_model, res_field, res_id, type, sandoo_content, file_size,"
                                + " checksum, mimetype, create_uid, create_date, write_uid, write_date)"
                                + " VALUES (?, ?, ?, ?, 'binary', ?, ?, ?, ?, ?, ?, ?, ?)",
                        field.name(),
                        model.name(),
                        field.name(),
                        id,
                        content.bytes(),
                        content.bytes().length,
                        content.checksum(),
                        content.mimetype(env.version()),
                        env.uid(),
                        env.now(),
                        env.uid(),
                        env.now()));
    }
}
