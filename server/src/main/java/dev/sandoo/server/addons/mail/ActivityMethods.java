package dev.sandoo.server.addons.mail;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.RecordsText;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Entities;

/** Planning activities on records and finishing them, which leaves a message. */
final class ActivityMethods implements Addon {
    private static final String ACTIVITY = "mail.activity";

    @Override
    public void register(Behaviours.Builder behaviours) {
        String any = Behaviours.ANY_MODEL;
        behaviours
                .method(any, "activity_schedule", ActivityMethods::schedule)
                .method(any, "activity_feedback", ActivityMethods::finishThose)
                .method(any, "activity_unlink", ActivityMethods::unlinkThose)
                .method(
                        ACTIVITY,
                        "action_feedback",
                        (activities, arguments) -> finish(
                                activities,
                                arguments.get("feedback"),
                                FollowerAddon.ids(arguments.get("attachment_ids"))))
                .method(ACTIVITY, "action_done", (activities, arguments) -> finish(activities, false, List.of()));
    }

    private static Object schedule(Records records, Arguments arguments) {
        Environment env = records.env();
        if (env.context().isTrue("mail_activity_automation_skip", false)) {
            return false;
        }
        List<Map<String, Object>> values = new ArrayList<>();
        for (Records record : records) {
            values.add(planned(record, arguments));
        }
        Records created = env.model(ACTIVITY).createAll(values);
        return env.version().has("records.answered-as-ids")
                ? created.ids()
                : new RecordsText(ACTIVITY, created.describe());
    }

    private static Map<String, Object> planned(Records record, Arguments arguments) {
        Environment env = record.env();
        Map<String, Object> values = new LinkedHashMap<>();
        arguments
                .text("act_type_xmlid")
                .flatMap(id -> type(env, id))
                .ifPresent(type -> values.put("activity_type_id", type));
        for (String name : List.of("summary", "note", "date_deadline")) {
            if (arguments.isTrue(name)) {
                values.put(name, arguments.get(name));
            }
        }
        values.putIfAbsent("date_deadline", env.today().toString());
        values.put("automated", true);
        values.put("user_id", env.uid());
        values.put("res_model_id", modelId(env, record.model().name()));
        values.put("res_id", record.id());
        values.putAll(arguments.named());
        return values;
    }

    private static Optional<Integer> type(Environment env, String externalId) {
        return env.find(externalId)
                .filter(found -> found.model().name().equals("mail.activity.type"))
                .map(Records::id);
    }

    private static int modelId(Environment env, String model) {
        return env.sudo()
                .model("ir.model")
                .search(Condition.term("model", Operator.EQUALS, model))
                .id();
    }

    private static Object finishThose(Records records, Arguments arguments) {
        Records activities = automated(records, arguments);
        if (!activities.isEmpty()) {
            finish(activities, arguments.get("feedback"), List.of());
        }
        return true;
    }

    private static Object unlinkThose(Records records, Arguments arguments) {
        automated(records, arguments).unlink();
        return true;
    }

    private static Records automated(Records records, Arguments arguments) {
        List<Integer> types = new ArrayList<>();
        arguments
                .list("act_type_xmlids")
                .forEach(id -> type(records.env(), String.valueOf(id)).ifPresent(types::add));
        Condition condition = Condition.allOf(List.of(
                Condition.term("res_model", Operator.EQUALS, records.model().name()),
                Condition.term("res_id", Operator.IN, records.ids()),
                Condition.term("automated", Operator.EQUALS, true),
                Condition.term("activity_type_id", Operator.IN, types)));
        Records found = records.env().model(ACTIVITY).search(condition);
        int user = arguments.get("user_id") instanceof Integer id ? id : 0;
        return user == 0 ? found : found.filter(one -> one.integer("user_id") == user);
    }

    /** @return the id of the first message; false when there were no activities */
    private static Object finish(Records activities, Object feedback, List<Integer> files) {
        activities.requireReadable();
        List<Map<String, Object>> messages = new ArrayList<>();
        for (Records activity : activities) {
            messages.add(message(activity, feedback, files));
        }
        Records posted =
                MailThread.keeper(activities.env()).model(MessagePost.MESSAGE).createAll(messages);
        if (activities.model().fields().containsKey("active")) {
            Map<String, Object> done = new HashMap<>();
            done.put("active", false);
            if (PythonValues.isTrue(feedback)) {
                done.put("feedback", feedback);
            }
            activities.write(done);
        } else {
            activities.unlink();
        }
        return posted.isEmpty() ? false : (Object) posted.ids().get(0);
    }

    private static Map<String, Object> message(Records activity, Object feedback, List<Integer> files) {
        Records record = activity.env().record(activity.text("res_model"), activity.integer("res_id"));
        int subtype = Subtypes.find(activity.env(), "mail.mt_activities").orElseThrow();
        Map<String, Object> values = MessageLog.posted(record, subtype);
        values.put("mail_activity_type_id", wire(activity.get("activity_type_id")));
        values.put("body", body(activity, feedback));
        values.put("attachment_ids", List.of(List.of(6, 0, files)));
        return values;
    }

    private static Object wire(Object id) {
        return id == null ? false : id;
    }

    private static String body(Records activity, Object feedback) {
        String summary = activity.text("summary");
        StringBuilder html = new StringBuilder("<div><p><span>")
                .append(Entities.escape(activity.text("activity_type_id.display_name")))
                .append("</span> done");
        if (!summary.isEmpty()) {
            html.append("<span>: </span><span>")
                    .append(Entities.escape(summary))
                    .append("</span>");
        }
        html.append("</p>");
        if (PythonValues.isTrue(feedback)) {
            html.append("<div>")
                    .append(Entities.escape(PythonValues.str(feedback)))
                    .append("</div>");
        }
        return html.append("</div>").toString();
    }
}
