package dev.sandoo.server.addons.mail;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.LocalDate;
import java.util.List;

/** When a record's next activity is due, and how pressing that is. */
final class ActivityFields implements Addon {
    private static final String ACTIVITY = "mail.activity";
    private static final String ACTIVITIES = "activity_ids";
    private static final String DEADLINE = "activity_date_deadline";
    private static final String STATE = "activity_state";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .compute(ACTIVITY, List.of("state"), List.of("date_deadline"), ActivityFields::states)
                .compute(
                        Behaviours.ANY_MODEL,
                        List.of(DEADLINE, STATE),
                        List.of("activity_ids.date_deadline"),
                        ActivityFields::next);
    }

    private static void states(Records activities, Compute.Results results) {
        boolean kept = activities.model().fields().containsKey("active");
        for (Records activity : activities) {
            boolean done = kept && !activity.bool("active");
            results.set(activity.id(), "state", done ? "done" : state(activity, activity.date("date_deadline")));
        }
    }

    private static void next(Records records, Compute.Results results) {
        for (Records record : records) {
            LocalDate first = null;
            for (Records activity : record.sudo().records(ACTIVITIES)) {
                LocalDate due = activity.date("date_deadline");
                first = first == null || due != null && due.isBefore(first) ? due : first;
            }
            results.set(record.id(), DEADLINE, first);
            results.set(record.id(), STATE, state(record, first));
        }
    }

    private static String state(Records record, LocalDate due) {
        if (due == null) {
            return null;
        }
        int order = due.compareTo(record.env().today());
        return order == 0 ? "today" : order < 0 ? "overdue" : "planned";
    }
}
