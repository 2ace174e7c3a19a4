package dev.sandoo.server.addons.base;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonBase64;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.FileContent;
import dev.sandoo.server.orm.MimeTypes;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what clients send as content into bytes and what is said of them, and asks who may attach files to what. */
final class AttachmentHooks implements ModelHooks {
    @Override
    public void beforeCreate(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> one : values) {
            checkRecord(env, one);
            boolean given = one.containsKey("datas") || PythonValues.isTrue(one.get("raw"));
            byte[] content = content(one);
            if (!PythonValues.isTrue(one.get("mimetype"))) {
                one.put("mimetype", mimetype(env, one, content));
            }
            boolean described = content.length > 0 || given && env.version().has("attachments.empty-described");
            describe(env, one, described ? content : null);
        }
    }

    @Override
    public void beforeWrite(Records records, Map<String, Object> values) {
        new AttachmentRights(records.env()).checkWrite(records);
        checkRecord(records.env(), values);
        if (!values.containsKey("datas") && !values.containsKey("raw")) {
            values.remove("checksum");
            values.remove("file_size");
            return;
        }
        if (values.get("raw") instanceof String && records.env().version().has("attachments.raw-needs-bytes")) {
            throw PythonError.typeError("`bin_data` must be bytes or bytearray");
        }
        byte[] content = content(values);
        if (!PythonValues.isTrue(values.get("mimetype"))) {
            values.put("mimetype", mimetype(records.env(), values, content));
        }
        describe(records.env(), values, content);
    }

    /** The later version looks at the records before it deletes them. */
    @Override
    public void beforeUnlink(Records records) {
        AttachmentRights rights = new AttachmentRights(records.env());
        if (records.env().version().has("attachments.records-must-exist")) {
            rights.checkRead(records);
        }
        rights.checkWrite(records);
    }

    @Override
    public void beforeCopy(Records original, Map<String, Object> values, Map<String, Object> given) {
        byte[] content = AttachmentAddon.contents(original).get(original.id());
        if (content != null && !given.containsKey("datas") && !given.containsKey("raw")) {
            values.put("datas", Base64.getEncoder().encodeToString(content));
        }
    }

    /** The bytes that {@code raw} or {@code datas} stand for; both are taken out. */
    private static byte[] content(Map<String, Object> values) {
        Object base64 = values.remove("datas");
        Object raw = values.remove("raw");
        if (PythonValues.isTrue(raw)) {
            return raw instanceof byte[] bytes ? bytes : PythonValues.str(raw).getBytes(StandardCharsets.UTF_8);
        }
        return PythonValues.isTrue(base64) ? PythonBase64.decode(base64) : new byte[0];
    }

    /** A name tells more than the bytes do. */
    private static String mimetype(Environment env, Map<String, Object> values, byte[] content) {
        Optional<String> named = named(values.get("name"));
        if (named.isEmpty() && values.get("url") instanceof String url) {
            named = MimeTypes.ofName(url.replaceAll("[?#].*", ""));
        }
        return named.orElseGet(() -> new FileContent(content).mimetype(env.version()));
    }

    private static Optional<String> named(Object name) {
        return name instanceof String text ? MimeTypes.ofName(text) : Optional.empty();
    }

    /** @param content null leaves an attachment without content */
    private static void describe(Environment env, Map<String, Object> values, byte[] content) {
        if (content == null) {
            values.put("checksum", false);
            values.put("file_size", 0);
            return;
        }
        FileContent file = new FileContent(content);
        values.put("checksum", file.checksum());
        values.put("file_size", content.length);
        values.put("index_content", file.index(env.version(), String.valueOf(values.get("mimetype"))));
        values.put("raw", content);
    }

    /** Who attaches a file to a record must be able to change the record. */
    private static void checkRecord(Environment env, Map<String, Object> values) {
        Object model = values.get("res_model");
        if (!PythonValues.isTrue(model) || !(values.get("res_id") instanceof Integer id) || id == 0) {
            return;
        }
        boolean strict = env.version().has("attachments.records-must-exist");
        Records record = record(env, String.valueOf(model), id);
        boolean missing = record == null || record.exists().isEmpty();
        if (strict && (missing || !record.may(Operation.WRITE))) {
            throw new AccessError("Sorry, you are not allowed to access this document.");
        }
        if (!missing) {
            record.require(Operation.WRITE);
        }
    }

    /** The record that an attachment belongs to; null when it names none. */
    static Records record(Environment env, String model, int id) {
        return id == 0 || env.registry().find(model).isEmpty() ? null : env.record(model, id);
    }
}
