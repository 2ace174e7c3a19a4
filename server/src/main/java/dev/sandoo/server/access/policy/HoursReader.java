package dev.sandoo.server.access.policy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
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

    private final Section section;
    private final List<PolicyProblem> problems;

    HoursReader(Section section, List<PolicyProblem> problems) {
        this.section = section;
        this.problems = problems;
    }

    /** Empty when something is wrong, which has been noted. */
    Optional<Hours> read() {
        int before = problems.size();
        section.requireKnown(Set.of("timezone", "days", "from", "to"));
        Optional<ZoneId> zone = section.required("timezone").flatMap(HoursReader::zone);
        Set<DayOfWeek> days = days();
        LocalTime from = time("from");
        LocalTime to = time("to");
        if (section.find("from").isPresent() != section.find("to").isPresent()) {
            section.required("from");
            section.required("to");
        }
        return problems.size() > before || zone.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hours(zone.get(), days, from, to));
    }

    private static Optional<ZoneId> zone(Section.Entry entry) {
        String name = entry.shown();
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return Optional.of(ZoneId.of(name));
        }
        entry.problem("there is no time zone " + name + Nearest.hint(name, ZoneId.getAvailableZoneIds()));
        return Optional.empty();
    }

    private Set<DayOfWeek> days() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<Section.Entry> given = new ArrayList<>(section.texts("days", true));
        for (Section.Entry entry : given) {
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
        Optional<Section.Entry> entry = section.find(name);
        String text = entry.map(Section.Entry::shown).orElse("00:00");
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
