package dev.sandoo.server.addons.calendar;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What is told of a meeting: how many come, whether the caller does, and the time in words. Source: 19.0 and 14.0. */
final class EventFields implements Addon {
    private static final String EVENT = CalendarAddon.EVENT;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final int WHOLE_DAY = 24;
    private static final double HOUR = 60.0;

    @Override
    public void register(Behaviours.Builder behaviours) {
        List<String> answers = List.of("attendee_ids", "attendee_ids.state", "partner_ids");
        behaviours
                .compute(
                        EVENT,
                        List.of(
                                "attendees_count",
                                "accepted_count",
                                "declined_count",
                                "tentative_count",
                                "awaiting_count"),
                        answers,
                        EventFields::counts)
                .compute(EVENT, List.of("current_attendee", "should_show_status"), answers, EventFields::own)
                .computeEach(EVENT, "attendee_status", answers, EventFields::status)
                .computeEach(EVENT, "effective_privacy", List.of("privacy"), EventFields::privacy)
                .computeEach(EVENT, "user_can_edit", event -> true)
                .computeEach(EVENT, "display_description", event -> true)
                .computeEach(EVENT, "recurrence_update", event -> "self_only")
                .compute(
                        EVENT,
                        List.of("display_time"),
                        List.of("start", "stop", "allday", "duration"),
                        EventFields::time)
                .computeEach(
                        CalendarAddon.ATTENDEE,
                        "common_name",
                        List.of("partner_id.name", "partner_id.email"),
                        EventFields::name);
    }

    private static Object name(Records attendee) {
        String name = attendee.text("partner_id.name");
        return name.isEmpty() ? attendee.get("partner_id.email") : name;
    }

    private static void counts(Records events, Compute.Results results) {
        for (Records event : events) {
            int invited = event.records("partner_ids").size();
            int accepted = answered(event, "accepted");
            int declined = answered(event, "declined");
            int tentative = answered(event, "tentative");
            results.set(event.id(), "attendees_count", invited);
            results.set(event.id(), "accepted_count", accepted);
            results.set(event.id(), "declined_count", declined);
            results.set(event.id(), "tentative_count", tentative);
            results.set(event.id(), "awaiting_count", invited - accepted - declined - tentative);
        }
    }

    private static int answered(Records event, String state) {
        return event.records("attendee_ids")
                .filter(attendee -> state.equals(attendee.text("state")))
                .size();
    }

    private static Records own(Records event) {
        int partner = event.env().caller().partnerId();
        return event.records("attendee_ids").filter(attendee -> attendee.integer("partner_id") == partner);
    }

    private static void own(Records events, Compute.Results results) {
        for (Records event : events) {
            Records own = own(event);
            results.set(
                    event.id(),
                    "current_attendee",
                    own.isEmpty() ? null : own.ids().get(0));
            boolean others = event.records("attendee_ids").size() > 1;
            results.set(event.id(), "should_show_status", !own.isEmpty() && others);
        }
    }

    private static Object status(Records event) {
        Records own = own(event);
        return own.isEmpty()
                ? "needsAction"
                : own.browse(own.ids().subList(0, 1)).text("state");
    }

    private static Object privacy(Records event) {
        String own = event.text("privacy");
        return own.isEmpty() ? "public" : own;
    }

    private static void time(Records events, Compute.Results results) {
        ZoneId zone = events.env().zone();
        String name = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        boolean halves = events.env().version().has("calendar.twelve-hours");
        DateTimeFormatter clock = DateTimeFormatter.ofPattern(halves ? "hh:mm:ss a" : "HH:mm:ss", Locale.US);
        for (Records event : events) {
            LocalDateTime start = local(event.moment("start"), zone);
            LocalDateTime stop = start == null ? null : start.plusMinutes(Math.round(event.number("duration") * HOUR));
            results.set(
                    event.id(),
                    "display_time",
                    start == null ? null : words(event, start, stop, clock).replace("{zone}", name));
        }
    }

    private static String words(Records event, LocalDateTime start, LocalDateTime stop, DateTimeFormatter clock) {
        if (event.bool("allday")) {
            return "All Day, " + DAY.format(start);
        }
        if (event.number("duration") < WHOLE_DAY) {
            return DAY.format(start) + " at (" + clock.format(start) + " To " + clock.format(stop) + ") ({zone})";
        }
        return DAY.format(start) + " at " + clock.format(start) + " To\n " + DAY.format(stop) + " at "
                + clock.format(stop) + " ({zone})";
    }

    private static LocalDateTime local(LocalDateTime moment, ZoneId zone) {
        return moment == null
                ? null
                : moment.atOffset(ZoneOffset.UTC).atZoneSameInstant(zone).toLocalDateTime();
    }
}
