package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.ModelHooks;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.Identifiers;
import dev.sandoo.server.sql.SqlFragment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Numbering: {@code next_by_code} and {@code next_by_id}, over PostgreSQL's sequences or without gaps. */
public final class SequenceAddon implements Addon {
    private static final String SEQUENCE = "ir.sequence";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(SEQUENCE, "next_by_code", SequenceAddon::nextByCode)
                .method(SEQUENCE, "next_by_id", (self, arguments) -> next(self, date(self.env(), arguments)))
                .hooks(SEQUENCE, new Counters());
    }

    /** The next number of the sequence with this code; false when there is none for the company. */
    public static Object next(Environment env, String code) {
        return byCode(env, code).map(sequence -> (Object) next(sequence, env.today())).orElse(false);
    }

    private static Object nextByCode(Records self, Arguments arguments) {
        return byCode(self.env(), arguments.text("sequence_code").orElse(""))
                .map(sequence -> (Object) next(sequence, date(self.env(), arguments)))
                .orElse(false);
    }

    /** The company's own sequence comes before the one for all. */
    private static java.util.Optional<Records> byCode(Environment env, String code) {
        Condition condition = Condition.term("code", Operator.EQUALS, code)
                .and(Condition.term("company_id", Operator.IN, java.util.Arrays.asList(env.companyId(), false)));
        Records found = env.sudo().model(SEQUENCE).search(condition);
        Records own = found.filter(one -> one.integer("company_id") != 0);
        Records chosen = own.isEmpty() ? found : own;
        return chosen.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(chosen.browse(List.of(chosen.ids().get(0))));
    }

    private static LocalDate date(Environment env, Arguments arguments) {
        return arguments.text("sequence_date")
                .filter(text -> text.length() >= 10)
                .map(text -> LocalDate.parse(text.substring(0, 10)))
                .orElse(env.today());
    }

    private static String next(Records given, LocalDate date) {
        Records sequence = given.sudo();
        Records counter = sequence.bool("use_date_range") ? range(sequence, date) : sequence;
        int number = "no_gap".equals(sequence.get("implementation"))
                ? withoutGap(counter, Math.max(1, sequence.integer("number_increment")))
                : standard(sequence.env(), counterName(sequence, counter));
        String digits = Integer.toString(number);
        int padding = sequence.integer("padding");
        String padded = "0".repeat(Math.max(0, padding - digits.length())) + digits;
        LocalDate start = counter == sequence ? date : counter.date("date_from");
        return interpolated(sequence, "prefix", date, start) + padded + interpolated(sequence, "suffix", date, start);
    }

    private static String interpolated(Records sequence, String field, LocalDate date, LocalDate rangeStart) {
        String template = sequence.text(field);
        String text = SequencePlaceholders.fill(template, date, rangeStart, sequence.env().now());
        if (text.contains("%(")) {
            throw new UserError("Invalid prefix or suffix for sequence '" + sequence.text("name") + "'");
        }
        return text;
    }

    private static String counterName(Records sequence, Records counter) {
        String name = String.format("ir_sequence_%03d", sequence.id());
        return counter == sequence ? name : name + String.format("_%03d", counter.id());
    }

    private static int standard(Environment env, String name) {
        return env.transaction()
                .query(SqlFragment.of("SELECT nextval(?)", Identifiers.quote(name)), row -> row.integer(1))
                .get(0);
    }

    private static int withoutGap(Records counter, int increment) {
        String table = counter.model().table();
        return counter.env()
                .transaction()
                .query(
                        SqlFragment.of("UPDATE ")
                                .append(SqlFragment.identifier(table))
                                .append(" SET number_next = number_next + ? WHERE id = ? RETURNING number_next - ?",
                                        increment, counter.id(), increment),
                        row -> row.integer(1))
                .get(0);
    }

    /** The range that the date falls in, made for the year when there is none. */
    private static Records range(Records sequence, LocalDate date) {
        Environment env = sequence.env();
        Condition condition = Condition.term("sequence_id", Operator.EQUALS, sequence.id())
                .and(Condition.term("date_from", Operator.LESS_OR_EQUAL, date.toString()))
                .and(Condition.term("date_to", Operator.GREATER_OR_EQUAL, date.toString()));
        Records found = env.model("ir.sequence.date_range").search(condition);
        if (!found.isEmpty()) {
            return found.browse(List.of(found.ids().get(0)));
        }
        return env.model("ir.sequence.date_range")
                .create(Map.of(
                        "sequence_id", sequence.id(),
                        "date_from", date.withDayOfYear(1).toString(),
                        "date_to", date.withMonth(12).withDayOfMonth(31).toString(),
                        "number_next", 1));
    }

    /** PostgreSQL's sequences come and go with the records that count by them. */
    private static final class Counters implements ModelHooks {
        @Override
        public void afterCreate(Records created, List<Map<String, Object>> values) {
            for (Records sequence : created) {
                if (!"no_gap".equals(sequence.get("implementation"))) {
                    create(sequence, counterName(sequence, sequence), sequence.integer("number_next"));
                }
            }
        }

        @Override
        public void afterWrite(Records records, Map<String, Object> values) {
            Object start = values.getOrDefault("number_next_actual", values.get("number_next"));
            if (start instanceof Integer number) {
                for (Records sequence : records) {
                    String name = Identifiers.quote(counterName(sequence, sequence));
                    records.env().transaction().execute("ALTER SEQUENCE " + name + " RESTART WITH " + number);
                }
            }
        }

        @Override
        public void beforeUnlink(Records records) {
            for (Records sequence : records) {
                String name = Identifiers.quote(counterName(sequence, sequence));
                records.env().transaction().execute("DROP SEQUENCE IF EXISTS " + name);
            }
        }

        private static void create(Records sequence, String name, int start) {
            int increment = Math.max(1, sequence.integer("number_increment"));
            sequence.env()
                    .transaction()
                    .execute("CREATE SEQUENCE " + Identifiers.quote(name) + " INCREMENT BY " + increment + " START WITH "
                            + Math.max(1, start));
        }
    }
}
