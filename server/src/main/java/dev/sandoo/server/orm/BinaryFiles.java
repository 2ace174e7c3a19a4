package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Binary fields as files: whoever may read the record may have them. An attachment is also for whoever knows its access token,
 * and for everybody if it is public. Source: recorded scenarios wire_http content-session, content-anonymous,
 * content-access-token.
 */
final class BinaryFiles {
    private static final String ATTACHMENT = "ir.attachment";
    private static final String SYSTEM = "base.group_system";

    private final Environment env;

    BinaryFiles(Environment env) {
        this.env = env;
    }

    /**
     * The content of a field; empty when there is none, or none for this caller.
     *
     * @param token the access token that was shown; empty for none
     */
    Optional<StoredFile> of(String modelName, int id, String fieldName, String token) {
        Optional<ModelDef> model = env.registry().find(modelName);
        if (model.isEmpty() || !isBinary(model.get(), fieldName)) {
            return Optional.empty();
        }
        Records record = env.sudo().record(modelName, id).exists();
        if (record.isEmpty() || !isOpen(record, token) && !mayRead(record, fieldName)) {
            return Optional.empty();
        }
        return file(record, modelName.equals(ATTACHMENT) ? "datas" : fieldName);
    }

    /** A company's logo, which is no secret; empty when it has none. */
    Optional<StoredFile> logo(int company) {
        Records record = env.sudo().record("res.company", company).exists();
        return record.isEmpty() ? Optional.empty() : file(record, "logo_web");
    }

    /** The id of the public attachment that is to be served at this path. */
    Optional<Integer> at(String path) {
        Records found = env.sudo()
                .model(ATTACHMENT)
                .search(Condition.allOf(List.of(
                        Condition.term("url", Operator.EQUALS, path),
                        Condition.term("type", Operator.EQUALS, "binary"),
                        Condition.term("public", Operator.EQUALS, true))));
        return found.ids().stream().findFirst();
    }

    private static boolean isBinary(ModelDef model, String name) {
        FieldDef field = model.fields().get(name);
        return field != null && field.type() == FieldType.BINARY;
    }

    private static boolean isOpen(Records record, String token) {
        if (!record.model().name().equals(ATTACHMENT)) {
            return false;
        }
        return record.bool("public") || !token.isEmpty() && isSame(record.text("access_token"), token);
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private boolean mayRead(Records record, String field) {
        Records own = record.in(env);
        if (!new Rights(env).allows(record.model(), record.field(field)) || !own.mayRead()) {
            return false;
        }
        return !record.model().name().equals(ATTACHMENT) || env.isSuperuser() || mayReadOwner(record);
    }

    /** An attachment is as secret as the record it belongs to; one of no record is its maker's. */
    private boolean mayReadOwner(Records attachment) {
        Optional<ModelDef> model = env.registry().find(attachment.text("res_model"));
        int id = attachment.integer("res_id");
        if (model.isEmpty() || id == 0) {
            return attachment.integer("create_uid") == env.uid() || env.caller().isInGroup(SYSTEM);
        }
        Records owner = env.records(model.get().name(), List.of(id));
        FieldDef field = model.get().fields().get(attachment.text("res_field"));
        return owner.mayRead() && (field == null || new Rights(env).allows(model.get(), field));
    }

    private Optional<StoredFile> file(Records record, String field) {
        String base64 = record.text(field);
        if (base64.isEmpty()) {
            return Optional.empty();
        }
        byte[] content = Base64.getMimeDecoder().decode(base64);
        FileContent file = new FileContent(content);
        boolean attachment = record.model().name().equals(ATTACHMENT);
        String mimetype = attachment && !record.text("mimetype").isEmpty()
                ? record.text("mimetype")
                : file.mimetype(env.version());
        String name = attachment ? record.text("name") : record.text("display_name");
        LocalDateTime modified = record.get("write_date") instanceof LocalDateTime time ? time : env.now();
        return Optional.of(
                new StoredFile(content, mimetype, MimeTypes.named(name, mimetype), file.checksum(), modified));
    }
}
