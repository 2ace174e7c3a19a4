package dev.sandoo.server.addons.automation;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans the activity that an action names for each record. */
final class ActivityPlan {
    private ActivityPlan() {}

    static void of(Records action, Records targets) {
        Environment env = action.env();
        Records model = env.sudo()
                .model("ir.model")
                .search(Condition.term("model", Operator.EQUALS, targets.model().name()));
        List<Map<String, Object>> activities = new ArrayList<>();
        for (Records target : targets) {
            Map<String, Object> values = new LinkedHashMap<>();
            int type = action.integer("activity_type_id");
            values.put("res_model_id", model.ids().get(0));
            values.put("res_id", target.id());
            values.put("activity_type_id", type == 0 ? (Object) false : type);
            values.put("summary", action.text("activity_summary"));
            values.put("note", action.text("activity_note"));
            values.put("date_deadline", deadline(action, env.today()).toString());
            values.put("user_id", user(action, target));
            activities.add(values);
        }
        env.model("mail.activity").createAll(activities);
    }

    private static LocalDate deadline(Records action, LocalDate today) {
        int range = action.integer("activity_date_deadline_range");
        return switch (action.text("activity_date_deadline_range_type")) {
            case "weeks" -> today.plusWeeks(range);
            case "months" -> today.plusMonths(range);
            default -> today.plusDays(range);
        };
    }

    /** The user that the action names, or that a field of the record does; else whoever runs the action. */
    private static int user(Records action, Records target) {
        String field = action.text("activity_user_field_name");
        boolean generic = "generic".equals(action.get("activity_user_type")) && !field.isEmpty();
        int user = generic ? target.integer(field) : action.integer("activity_user_id");
        return user == 0 ? action.env().uid() : user;
    }
}
