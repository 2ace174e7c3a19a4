package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The next number of one sequence, with prefix and suffix. */
final class SequenceNumber {
    private final Environment env;
    private final Records sequence;

    SequenceNumber(Records given) {
        this.env = given.env();
        if (given.exists().size() < given.size()) {
            throw new MissingError(
                    env.version().message("record.missing", Map.of("record", given.describe(), "user", env.uid())));
        }
        this.sequence = given.sudo();
    }

    /** Draws the next number for a day. */
    String next(LocalDate day) {
        boolean byRange = sequence.bool("use_date_range");
        Records counter = byRange ? range(day) : sequence;
        int number = "no_gap".equals(sequence.get("implementation")) ? withoutGap(counter) : standard(counter);
        String fixed = env.context().text("ir_sequence_date_range", "");
        if (!byRange) {
            return text(number, day, Optional.empty());
        }
        LocalDate start = fixed.isEmpty() ? counter.date("date_from") : SequenceAddon.parse(fixed);
        return text(number, day, Optional.of(start));
    }

    /** A number as the sequence writes it, on a day and in the range that begins on another. */
    String text(int number, LocalDate day, Optional<LocalDate> rangeStart) {
        String digits = Integer.toString(number);
        String padded = "0".repeat(Math.max(0, sequence.integer("padding") - digits.length())) + digits;
        return filled("prefix", day, rangeStart) + padded + filled("suffix", day, rangeStart);
    }

    private String filled(String field, LocalDate day, Optional<LocalDate> rangeStart) {
        try {
            return SequencePlaceholders.fill(sequence.text(field), day, rangeStart.orElse(day), env.now());
        } catch (PythonError e) {
            boolean told = e.type().equals("ValueError") || env.version().has("sequences.unknown-placeholder-told");
            if (!told) {
                throw e;
            }
            throw new UserError(env.version().message("sequence.affix", Map.of("name", sequence.text("name"))));
        }
    }

    private int standard(Records counter) {
        SqlFragment next = SqlFragment.of("SELECT nextval(?)::int4", Identifiers.quote(SequenceCounters.name(counter)));
        return env.transaction().query(next, row -> row.integer(1)).get(0);
    }

    /** Holds the row until the call ends, so that a number whose call fails is drawn again. */
    private int withoutGap(Records counter) {
        int increment = sequence.integer("number_increment");
        SqlFragment next = SqlFragment.of("UPDATE ")
                .append(SqlFragment.identifier(counter.model().table()))
                .append(
                        " SET number_next = number_next + ? WHERE id = ? RETURNING number_next - ?",
                        increment,
                        counter.id(),
                        increment);
        int number = env.transaction().query(next, row -> row.integer(1)).get(0);
        counter.forget();
        return number;
    }

    /** The range that the day falls in, made when there is none. */
    private Records range(LocalDate day) {
        Records ranges = sequence.env().model(SequenceAddon.RANGE);
        Condition own = Condition.term("sequence_id", Operator.EQUALS, sequence.id());
        Records found = ranges.search(own.and(Condition.term("date_from", Operator.LESS_OR_EQUAL, day.toString()))
                .and(Condition.term("date_to", Operator.GREATER_OR_EQUAL, day.toString())));
        if (!found.isEmpty()) {
            return found.browse(List.of(found.ids().get(0)));
        }
        return ranges.create(Map.of(
                "sequence_id", sequence.id(),
                "date_from", firstFree(ranges, own, day).toString(),
                "date_to", lastFree(ranges, own, day).toString()));
    }

    /** The year's first day, or the one after the last range before. */
    private static LocalDate firstFree(Records ranges, Condition own, LocalDate day) {
        LocalDate first = day.withDayOfYear(1);
        Records before = ranges.search(own.and(Condition.term("date_to", Operator.GREATER_OR_EQUAL, first.toString()))
                .and(Condition.term("date_to", Operator.LESS_OR_EQUAL, day.toString())));
        for (Records range : before) {
            LocalDate next = range.date("date_to").plusDays(1);
            first = next.isAfter(first) ? next : first;
        }
        return first;
    }

    /** The year's last day, or the one before the next range. */
    private static LocalDate lastFree(Records ranges, Condition own, LocalDate day) {
        LocalDate last = day.withMonth(12).withDayOfMonth(31);
        Records after = ranges.search(own.and(Condition.term("date_from", Operator.GREATER_OR_EQUAL, day.toString()))
                .and(Condition.term("date_from", Operator.LESS_OR_EQUAL, last.toString())));
        for (Records range : after) {
            LocalDate previous = range.date("date_from").minusDays(1);
            last = previous.isBefore(last) ? previous : last;
        }
        return last;
    }
}
