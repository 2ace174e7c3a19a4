package dev.sandoo.server.addons.calendar;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is invited has an attendee's record, which keeps their answer; whoever invites has accepted.
 *
 * <p>Source: meetings with and without guests on 19.0 and 14.0.
 */
final class AttendeeSync implements ModelHooks {
    private static final String PARTNERS = "partner_ids";
    private static final String ATTENDEES = "attendee_ids";
    private static final int LINK = 4;
    private static final int SET = 6;

    @Override
    public void beforeDefaults(Environment env, List<Map<String, Object>> values) {
        for (Map<String, Object> event : values) {
            Object given = event.get(PARTNERS);
            if (!event.containsKey(PARTNERS) && env.version().has("calendar.attends-by-default")) {
                given = List.of(List.of(LINK, env.caller().partnerId()));
            }
            if (given instanceof List<?> commands && !PythonValues.isTrue(event.get(ATTENDEES))) {
                List<Object> attendees = new ArrayList<>();
                linked(commands).forEach(partner -> attendees.add(List.of(0, 0, attendee(env, partner))));
                event.put(ATTENDEES, attendees);
            }
        }
    }

    @Override
    public void afterWrite(Records events, Map<String, Object> values) {
        if (!values.containsKey(PARTNERS) || values.containsKey(ATTENDEES)) {
            return;
        }
        List<Map<String, Object>> added = new ArrayList<>();
        Set<Integer> gone = new LinkedHashSet<>();
        for (Records event : events) {
            List<Integer> invited = event.records(PARTNERS).ids();
            Set<Integer> present = new LinkedHashSet<>();
            for (Records attendee : attendees(event)) {
                present.add(attendee.integer("partner_id"));
                if (!invited.contains(attendee.integer("partner_id"))) {
                    gone.add(attendee.id());
                }
            }
            invited.stream().filter(partner -> !present.contains(partner)).forEach(partner -> {
                Map<String, Object> attendee = attendee(events.env(), partner);
                attendee.put("event_id", event.id());
                added.add(attendee);
            });
        }
        Records all = events.env().sudo().model(CalendarAddon.ATTENDEE);
        if (!gone.isEmpty()) {
            all.browse(gone).unlink();
        }
        if (!added.isEmpty()) {
            all.createAll(added);
        }
    }

    private static Records attendees(Records event) {
        return event.env()
                .sudo()
                .model(CalendarAddon.ATTENDEE)
                .search(Condition.term("event_id", Operator.EQUALS, event.id()));
    }

    private static Map<String, Object> attendee(Environment env, int partner) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("partner_id", partner);
        values.put("state", partner == env.caller().partnerId() ? "accepted" : "needsAction");
        return values;
    }

    /** The ids that commands link; a plain list of ids is as good. */
    private static Set<Integer> linked(List<?> commands) {
        Set<Integer> ids = new LinkedHashSet<>();
        for (Object command : commands) {
            if (command instanceof Integer id) {
                ids.add(id);
            } else if (command instanceof List<?> parts && parts.size() > 1) {
                if (parts.get(0).equals(LINK) && parts.get(1) instanceof Integer id) {
                    ids.add(id);
                } else if (parts.get(0).equals(SET) && parts.get(parts.size() - 1) instanceof List<?> all) {
                    ids.clear();
                    all.stream()
                            .filter(Integer.class::isInstance)
                            .map(Integer.class::cast)
                            .forEach(ids::add);
                }
            }
        }
        return ids;
    }
}
