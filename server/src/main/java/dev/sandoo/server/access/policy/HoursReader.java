package dev.sandoo.server.access.policy;

import dev.sandoo.server.document.Nearest;
import dev.sandoo.server.document.Node;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code hours}: a time zone, days, from and to. */
final class HoursReader {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final String END_OF_DAY = "24:00";

    private final Node hours;

    HoursReader(Node hours) {
        this.hours = hours;
    }

    /** What is wrong has been noted; empty where nothing can be made of the rest. */
    Optional<Hours> read() {
        hours.allow("timezone", "days", "from", "to");
        Optional<ZoneId> zone = hours.require("timezone").flatMap(HoursReader::zone);
        Set<DayOfWeek> days = days();
        LocalTime from = time("from");
        LocalTime to = time("to");
        if (hours.find("from").isPresent() != hours.find("to").isPresent()) {
            hours.require("from");
            hours.require("to");
        }
        return zone.map(there -> new Hours(there, days, from, to));
    }

    private static Optional<ZoneId> zone(Node entry) {
        String name = entry.shown();
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return Optional.of(ZoneId.of(name));
        }
        entry.problem("there is no time zone " + name + Nearest.hint(name, ZoneId.getAvailableZoneIds()));
        return Optional.empty();
    }

    private Set<DayOfWeek> days() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<Node> given = PolicyParser.listed(hours, "days");
        for (Node entry : given) {
            int day = DAYS.indexOf(entry.shown());
            if (day >= 0) {
                days.add(DayOfWeek.of(day + 1));
            } else {
                entry.problem("there is no day " + entry.shown() + hint(entry.shown()));
            }
        }
        return given.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days.isEmpty() ? EnumSet.of(DayOfWeek.MONDAY) : days;
    }

    private static String hint(String written) {
        String start = written.toLowerCase(Locale.ROOT);
        return start.length() >= 3 && DAYS.contains(start.substring(0, 3))
                ? "; did you mean " + start.substring(0, 3) + "?"
                : "; there are " + String.join(", ", DAYS);
    }

    private LocalTime time(String name) {
        Optional<Node> entry = hours.find(name);
        String text = entry.map(Node::shown).orElse("00:00");
        if (name.equals("to") && text.equals(END_OF_DAY)) {
            return LocalTime.MIDNIGHT;
        }
        if (TIME.matcher(text).matches()) {
            return LocalTime.parse(text);
        }
        entry.ifPresent(wrong -> wrong.problem("must be a time such as \"06:00\", in quotes"));
        return LocalTime.MIDNIGHT;
    }
}
