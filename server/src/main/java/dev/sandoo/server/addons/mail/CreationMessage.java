package dev.sandoo.server.addons.mail;

import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Entities;

/** The message that the creation of a record leaves: a note, or one of a subtype that people can follow. */
final class CreationMessage {
    private static final Map<String, String> SUBTYPES = Map.of(
            "account.move", "account.mt_invoice_created",
            "crm.lead", "crm.mt_lead_create",
            "project.task", "project.mt_task_new");

    private CreationMessage() {}

    /** The values of the messages, one for each record. Source: asked of 19.0 and 14.0. */
    static List<Map<String, Object>> of(Records created) {
        Map<String, Optional<Integer>> subtypes = new HashMap<>();
        List<Map<String, Object>> messages = new ArrayList<>();
        for (Records record : created) {
            String name = subtype(record);
            subtypes.computeIfAbsent(name, id -> Subtypes.find(created.env(), id))
                    .ifPresent(
                            id -> messages.add(name.equals(MessageLog.NOTE) ? note(record, id) : message(record, id)));
        }
        return messages;
    }

    private static Map<String, Object> note(Records record, int subtype) {
        Map<String, Object> note = MessageLog.noted(record, subtype);
        note.put("body", "<p>" + Entities.escape(record.model().description() + " created") + "</p>");
        return note;
    }

    private static Map<String, Object> message(Records record, int subtype) {
        Map<String, Object> values = MessageLog.posted(record, subtype);
        if (record.env().version().has("mail.creation-worded")) {
            values.put(
                    "body",
                    "<div summary=\"o_mail_notification\"><p>" + Entities.escape(words(record.sudo())) + "</p></div>");
        }
        return values;
    }

    /** Of journal entries only invoices to customers are announced. */
    private static String subtype(Records record) {
        String model = record.model().name();
        boolean plain = "account.move".equals(model) && !"out_invoice".equals(record.get("move_type"));
        return plain ? MessageLog.NOTE : SUBTYPES.getOrDefault(model, MessageLog.NOTE);
    }

    private static String words(Records record) {
        return switch (record.model().name()) {
            case "crm.lead" ->
                record.integer("team_id") == 0
                        ? "A new lead has been created and is not assigned to any team."
                        : "A new lead has been created for the team \"" + record.text("team_id.display_name") + "\".";
            case "project.task" ->
                record.integer("project_id") == 0
                        ? "A new task has been created and is not part of any project."
                        : "A new task has been created in the \"" + record.text("project_id.display_name")
                                + "\" project.";
            default -> "Invoice Created";
        };
    }
}
