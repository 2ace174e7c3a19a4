package dev.sandoo.server.addons.calendar;

import dev.sandoo.server.addons.base.PartnerCounts;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.ModelMethod;
import dev.sandoo.server.orm.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The index of what meetings and their attendees do. */
public final class CalendarAddon implements Addon {
    static final String EVENT = "calendar.event";
    static final String ATTENDEE = "calendar.attendee";

    @Override
    public void register(Behaviours.Builder behaviours) {
        new EventTimes().register(behaviours);
        new EventFields().register(behaviours);
        behaviours
                .compute("res.partner", "meeting_count", new PartnerCounts(EVENT, "partner_ids").below("meeting_count"))
                .hooks(EVENT, new AttendeeSync())
                .method(EVENT, "read", (self, arguments) -> withPrivacy("read", self, arguments))
                .method(EVENT, "search_read", (self, arguments) -> withPrivacy("search_read", self, arguments))
                .method(ATTENDEE, "do_accept", answer("accepted"))
                .method(ATTENDEE, "do_decline", answer("declined"))
                .method(ATTENDEE, "do_tentative", answer("tentative"));
    }

    private static ModelMethod answer(String state) {
        return (attendees, arguments) -> {
            attendees.write(Map.of("state", state));
            return true;
        };
    }

    /** The earlier version always tells how private a meeting is, and whose. */
    private static Object withPrivacy(String method, Records self, Arguments arguments) {
        Arguments asked = arguments;
        if (self.env().version().has("calendar.read-with-privacy")
                && arguments.get("fields") instanceof List<?> fields
                && !fields.isEmpty()) {
            List<Object> more = new ArrayList<>(fields);
            List.of("privacy", "user_id").stream()
                    .filter(field -> !fields.contains(field))
                    .forEach(more::add);
            Map<String, Object> values = new LinkedHashMap<>(arguments.values());
            values.put("fields", more);
            asked = new Arguments(values, arguments.variable(), arguments.named());
        }
        return self.env().registry().behaviours().generic(method).call(self, asked);
    }
}
