package dev.sandoo.server.addons.base;

import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Numbering: {@code next_by_code} and {@code next_by_id}, over PostgreSQL's sequences or without gaps. */
public final class SequenceAddon implements Addon {
    static final String SEQUENCE = "ir.sequence";
    static final String RANGE = "ir.sequence.date_range";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(SEQUENCE, "next_by_code", SequenceAddon::nextByCode)
                .method(
                        SEQUENCE,
                        "get",
                        (self, arguments) ->
                                next(self.env(), arguments.text("code").orElse("")))
                .method(SEQUENCE, "get_id", SequenceAddon::nextById)
                .method(
                        SEQUENCE,
                        "next_by_id",
                        (self, arguments) -> new SequenceNumber(self).next(date(self.env(), arguments)))
                .method(
                        SEQUENCE,
                        "get_next_char",
                        (self, arguments) -> new SequenceNumber(self)
                                .text(arguments.count("number_next").orElse(0), moment(self.env()), Optional.empty()));
        for (String model : List.of(SEQUENCE, RANGE)) {
            behaviours
                    .hooks(model, new SequenceCounters())
                    .compute(model, "number_next_actual", SequenceCounters::actual)
                    .inverse(
                            model,
                            "number_next_actual",
                            (records, value) ->
                                    records.write(Map.of("number_next", PythonValues.isTrue(value) ? value : 1)));
        }
        behaviours.fieldDefault(RANGE, "number_next_actual", (env, field) -> 1);
    }

    /** The next number of the sequence with this code; false when there is none for the company. */
    public static Object next(Environment env, String code) {
        return byCode(env, code)
                .map(sequence -> (Object) new SequenceNumber(sequence).next(moment(env)))
                .orElse(false);
    }

    /** The next number of this sequence, without regard to the caller's rights. */
    public static String next(Records sequence) {
        return new SequenceNumber(sequence.sudo()).next(moment(sequence.env()));
    }

    private static Object nextByCode(Records self, Arguments arguments) {
        Object code = arguments.get("sequence_code");
        return byCode(self.env(), code)
                .map(sequence -> (Object) new SequenceNumber(sequence).next(date(self.env(), arguments)))
                .orElse(false);
    }

    private static Object nextById(Records self, Arguments arguments) {
        Object given = arguments.get("sequence_code_or_id");
        if ("code".equals(arguments.get("code_or_id")) || !(given instanceof Integer id)) {
            return next(self.env(), PythonValues.str(given));
        }
        return new SequenceNumber(self.env().record(SEQUENCE, id)).next(moment(self.env()));
    }

    /** The company's own sequence comes before the one for all. */
    private static Optional<Records> byCode(Environment env, Object code) {
        Condition condition = Condition.term("code", Operator.EQUALS, code)
                .and(Condition.term("company_id", Operator.IN, Arrays.asList(env.companyId(), false)));
        Records found = env.sudo().model(SEQUENCE).search(condition);
        Records own = found.filter(one -> one.integer("company_id") != 0);
        Records chosen = own.isEmpty() ? found : own;
        return chosen.isEmpty()
                ? Optional.empty()
                : Optional.of(chosen.browse(chosen.ids().subList(0, 1)));
    }

    private static LocalDate date(Environment env, Arguments arguments) {
        return arguments.text("sequence_date").map(SequenceAddon::parse).orElseGet(() -> moment(env));
    }

    /** Today, or the day that the context has numbers drawn for. */
    private static LocalDate moment(Environment env) {
        String day = env.context().text("ir_sequence_date", "");
        return day.isEmpty() ? env.today() : parse(day);
    }

    static LocalDate parse(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException e) {
            throw PythonError.valueError("time data '" + text + "' does not match format '%Y-%m-%d'");
        }
    }
}
