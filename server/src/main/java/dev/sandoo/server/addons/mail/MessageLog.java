package dev.sandoo.server.addons.mail;

import dev.sandoo.server.orm.Records;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of messages that a record leaves by itself or that are posted on it. */
final class MessageLog {
    static final String NOTE = "mail.mt_note";

    private MessageLog() {}

    /** What any message on the record says of it and of its author. */
    static Map<String, Object> values(Records record, int author) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model", record.model().name());
        values.put("res_id", record.id());
        values.put("author_id", author);
        values.put("email_from", sender(record.env().sudo().record("res.partner", author)));
        values.put("message_type", "notification");
        return values;
    }

    /** The values of a message of this subtype that the caller's doing leaves. */
    static Map<String, Object> posted(Records record, int subtype) {
        Map<String, Object> values = left(record, subtype);
        if (keepsNames(record)) {
            values.put("record_name", record.sudo().text("display_name"));
        }
        return values;
    }

    /**
     * The values of a note for insiders that the caller's doing leaves; 14.0 keeps no name of the record in it.
     *
     * @param note the subtype of notes
     */
    static Map<String, Object> noted(Records record, int note) {
        Map<String, Object> values = left(record, note);
        values.put("is_internal", true);
        if (keepsNames(record)) {
            values.put("record_name", false);
        }
        return values;
    }

    private static Map<String, Object> left(Records record, int subtype) {
        Map<String, Object> values = values(record, record.env().caller().partnerId());
        values.put("subtype_id", subtype);
        values.put("body", "");
        return values;
    }

    private static boolean keepsNames(Records record) {
        return record.env()
                .registry()
                .model(MessagePost.MESSAGE)
                .fields()
                .get("record_name")
                .stored();
    }

    private static Object sender(Records partner) {
        String email = partner.text("email");
        return email.isEmpty() ? false : "\"" + partner.text("name") + "\" <" + email + ">";
    }
}
