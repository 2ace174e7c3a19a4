package dev.sandoo.server.addons.mail;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Entities;

/** {@code message_post}: a message on one record, with files, under the caller's name. */
public final class MessagePost implements Addon {
    static final String MESSAGE = "mail.message";

    /** What is taken over into the message as it is given. */
    private static final List<String> KEPT = List.of(
            "author_id",
            "date",
            "email_from",
            "email_layout_xmlid",
            "is_internal",
            "mail_activity_type_id",
            "mail_server_id",
            "message_id",
            "parent_id",
            "reply_to",
            "subject",
            "subtype_id");

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours.method(Behaviours.ANY_MODEL, "message_post", MessagePost::post);
    }

    private static Object post(Records self, Arguments arguments) {
        if (self.size() != 1) {
            throw PythonError.valueError("Expected singleton: " + self.describe());
        }
        self.requireExisting();
        Map<String, Object> given = new LinkedHashMap<>(arguments.values());
        given.remove("args");
        given.remove("kwargs");
        given.putAll(arguments.named());
        checkNames(self.env(), given);
        Records message = message(self, given);
        MessageRights.check(message.in(self.env()), self);
        followAfterwards(self, message);
        return self.env().version().has("records.answered-as-ids") ? message.ids() : (Object) message.id();
    }

    /** Posts what a record has to say of a change, as html. */
    public static void leave(Records record, String html) {
        message(record, Map.of("body", html, "body_is_html", true));
    }

    private static void checkNames(Environment env, Map<String, Object> given) {
        if (given.containsKey("subtype") && env.version().has("mail.post-subtype-named")) {
            throw PythonError.valueError(
                    "message_post doesn't support subtype parameter anymore. Please give a valid subtype_id or"
                            + " subtype_xmlid value instead.");
        }
        var known = env.version().names("mail.post-values");
        List<String> unknown =
                given.keySet().stream().filter(name -> !known.contains(name)).toList();
        if (!known.isEmpty() && !unknown.isEmpty()) {
            throw PythonError.valueError(
                    "Those values are not supported when posting or notifying: " + String.join(", ", unknown));
        }
    }

    private static Records message(Records self, Map<String, Object> given) {
        Environment env = MailThread.keeper(self.env());
        int author = given.get("author_id") instanceof Integer id
                ? id
                : self.env().caller().partnerId();
        Map<String, Object> values = MessageLog.values(self, author);
        KEPT.stream().filter(given::containsKey).forEach(name -> values.put(name, given.get(name)));
        values.put("author_id", author);
        values.put("body", body(env, given));
        values.put("message_type", given.getOrDefault("message_type", "notification"));
        values.put("partner_ids", List.of(List.of(6, 0, FollowerAddon.ids(given.get("partner_ids")))));
        values.put("attachment_ids", List.of(List.of(6, 0, files(self, env, given))));
        subtype(env, given, values);
        return env.model(MESSAGE).create(values);
    }

    /** Text is text where the version does not take every body for html. */
    private static String body(Environment env, Map<String, Object> given) {
        String body = PythonValues.isTrue(given.get("body")) ? PythonValues.str(given.get("body")) : "";
        boolean text = env.version().has("mail.post-escapes") && !PythonValues.isTrue(given.get("body_is_html"));
        return text ? Entities.escape(body) : body;
    }

    private static void subtype(Environment env, Map<String, Object> given, Map<String, Object> values) {
        if (PythonValues.isTrue(given.get("subtype_id"))) {
            return;
        }
        Object named = given.get("subtype_xmlid") instanceof String id
                ? Subtypes.find(env, id).map(Object.class::cast).orElse(false)
                : false;
        boolean note = Boolean.FALSE.equals(named) && env.version().has("mail.post-noted");
        values.put("subtype_id", note ? Subtypes.find(env, MessageLog.NOTE).orElseThrow() : named);
    }

    /** New files become attachments of the record, and so do those that were uploaded for a message to be written. */
    private static List<Integer> files(Records self, Environment env, Map<String, Object> given) {
        String model = self.model().name();
        Records uploaded = env.records("ir.attachment", FollowerAddon.ids(given.get("attachment_ids")))
                .exists()
                .filter(file -> "mail.compose.message".equals(file.get("res_model"))
                        && file.integer("create_uid") == env.uid());
        uploaded.write(Map.of("res_model", model, "res_id", self.id()));
        List<Integer> ids = new ArrayList<>(FollowerAddon.ids(given.get("attachment_ids")));
        List<Map<String, Object>> added = new ArrayList<>();
        if (given.get("attachments") instanceof List<?> pairs) {
            pairs.forEach(pair -> added.add(file(self, pair)));
        }
        ids.addAll(env.model("ir.attachment").createAll(added).ids());
        return ids;
    }

    private static Map<String, Object> file(Records self, Object pair) {
        if (!(pair instanceof List<?> parts) || parts.size() < 2) {
            throw PythonError.valueError("not enough values to unpack (expected 2, got 1)");
        }
        Object content = parts.get(1) instanceof byte[] bytes
                ? bytes
                : PythonValues.str(parts.get(1)).getBytes(StandardCharsets.UTF_8);
        return new LinkedHashMap<>(Map.of(
                "name",
                PythonValues.str(parts.get(0)),
                "raw",
                content,
                "res_model",
                self.model().name(),
                "res_id",
                self.id()));
    }

    /** Who writes on a record hears of the answers. */
    private static void followAfterwards(Records self, Records message) {
        boolean said = !"notification".equals(message.get("message_type"));
        if (said && MailThread.subscribesMaker(self.model(), self.env().context())) {
            Subscriptions.add(self, message.records("author_id").ids(), List.of());
        }
    }
}
