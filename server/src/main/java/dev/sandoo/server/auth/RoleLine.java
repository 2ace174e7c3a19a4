package dev.sandoo.server.auth;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A role that a user has for a time. Its days are looked at with each call, so that a role begins and ends by itself.
 *
 * @param from the first day; empty for any
 * @param to the last day; empty for any
 * @param groupIds the role's groups, implied ones included
 */
record RoleLine(Optional<LocalDate> from, Optional<LocalDate> to, List<Integer> groupIds) {
    RoleLine {
        groupIds = List.copyOf(groupIds);
    }

    /** Reads {@code from|to|ids}, as the statement that reads accounts puts it together. */
    static RoleLine parse(String text) {
        String[] parts = text.split("\\|", -1);
        List<Integer> ids = parts[2].isEmpty()
                ? List.of()
                : Arrays.stream(parts[2].split(",")).map(Integer::valueOf).toList();
        return new RoleLine(day(parts[0]), day(parts[1]), ids);
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    /** The groups of the roles that count on a day: somebody with roles has no others. */
    static List<Integer> groups(List<RoleLine> lines, LocalDate today) {
        Set<Integer> groups = new TreeSet<>();
        lines.stream().filter(line -> line.countsOn(today)).forEach(line -> groups.addAll(line.groupIds()));
        return List.copyOf(groups);
    }

    private boolean countsOn(LocalDate today) {
        return from.filter(today::isBefore).isEmpty()
                && to.filter(today::isAfter).isEmpty();
    }
}
