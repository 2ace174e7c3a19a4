package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldType;
import dev.sandoo.server.query.DateSpan;
import dev.sandoo.server.query.GroupColumn;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts empty stretches of time between those that have records: what the context key {@code fill_temporal} asks for.
 *
 * @param from the first to show, at least; empty for the first that has records
 * @param to the last to show, at least
 * @param minGroups how many to show, at least
 */
record TemporalFill(Optional<LocalDate> from, Optional<LocalDate> to, int minGroups, DayOfWeek weekStart) {
    /** What the context value asks for, options or just True. */
    static TemporalFill of(Object wire, DayOfWeek weekStart) {
        Map<?, ?> options = wire instanceof Map<?, ?> map ? map : Map.of();
        return new TemporalFill(
                date(options.get("fill_from")),
                date(options.get("fill_to")),
                options.get("min_groups") instanceof Integer groups ? groups : 0,
                weekStart);
    }

    private static Optional<LocalDate> date(Object wire) {
        return wire instanceof String text && text.length() >= 10
                ? Optional.of(LocalDate.parse(text.substring(0, 10)))
                : Optional.empty();
    }

    /** The groups of the first key, with those that lack; the order is that of time, missing dates last. */
    GroupedRows fill(GroupedRows rows, Function<Object, GroupedRows.Row> empty) {
        GroupColumn column = rows.keys().get(0);
        DateSpan span = column.span().orElseThrow();
        TreeMap<LocalDateTime, List<GroupedRows.Row>> dated = new TreeMap<>();
        List<GroupedRows.Row> undated = new ArrayList<>();
        for (GroupedRows.Row row : rows.rows()) {
            Object value = row.keys().get(0);
            (value == null ? undated : dated.computeIfAbsent(DateGroup.moment(value), k -> new ArrayList<>())).add(row);
        }
        boolean date = column.field().type() == FieldType.DATE;
        for (LocalDateTime start : starts(span, dated)) {
            dated.computeIfAbsent(start, moment -> List.of(empty.apply(date ? (Object) moment.toLocalDate() : moment)));
        }
        List<GroupedRows.Row> all = new ArrayList<>();
        dated.values().forEach(all::addAll);
        all.addAll(undated);
        return new GroupedRows(rows.keys(), List.copyOf(all));
    }

    private List<LocalDateTime> starts(DateSpan span, TreeMap<LocalDateTime, ?> dated) {
        Optional<LocalDateTime> known = dated.isEmpty() ? Optional.empty() : Optional.of(dated.firstKey());
        Optional<LocalDateTime> first = from.map(day -> begin(span, day)).or(() -> known);
        List<LocalDateTime> starts = new ArrayList<>();
        if (first.isEmpty()) {
            return starts;
        }
        LocalDateTime last = to.map(day -> begin(span, day))
                .orElse(dated.isEmpty() ? first.get().minusNanos(1) : dated.lastKey());
        for (LocalDateTime start = first.get();
                !start.isAfter(last) || starts.size() < minGroups;
                start = span.after(start)) {
            starts.add(start);
        }
        return starts;
    }

    private LocalDateTime begin(DateSpan span, LocalDate day) {
        LocalDate first = switch (span) {
            case HOUR, DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
        return first.atStartOfDay().truncatedTo(ChronoUnit.HOURS);
    }
}
