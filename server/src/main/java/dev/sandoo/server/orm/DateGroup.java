package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldType;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.query.DateSpan;
import dev.sandoo.server.query.GroupColumn;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records whose date lies in one stretch of time.
 *
 * @param from the first date or moment (in UTC), as a wire value
 * @param to the first one after it
 */
record DateGroup(String field, Object from, Object to) {
    /** The stretch that begins then; moments are what the caller's clock shows. */
    static DateGroup of(GroupColumn column, Object start, ZoneId zone) {
        DateSpan span = column.span().orElseThrow();
        if (span == DateSpan.HOUR && start instanceof LocalDate) {
            throw PythonError.attributeError("'datetime.date' object has no attribute 'hour'");
        }
        LocalDateTime begin = moment(start);
        return new DateGroup(column.field().name(), wire(column, begin, zone), wire(column, span.after(begin), zone));
    }

    /** The beginning of a stretch, as the caller's clock shows it. */
    static LocalDateTime moment(Object start) {
        return start instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) start;
    }

    private static Object wire(GroupColumn column, LocalDateTime local, ZoneId zone) {
        FieldType type = column.field().type();
        Object value = type == FieldType.DATE
                ? local.toLocalDate()
                : local.atZone(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
        return FieldCodecs.of(type).toWire(value);
    }

    /** What it means to lie in it: two terms. */
    List<Condition> condition() {
        return List.of(
                Condition.term(field, Operator.GREATER_OR_EQUAL, from), Condition.term(field, Operator.LESS, to));
    }

    /** As {@code __range} tells it. */
    Map<String, Object> range() {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("from", from);
        range.put("to", to);
        return range;
    }
}
