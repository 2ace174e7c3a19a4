package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Computation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Matcher;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.query.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A search on a computed field that has no function of its own to say what it means: the field is computed for every record
 * and compared. Dear, but these fields are seldom asked for, and their values are the same that a client reads.
 */
final class ComputedSearch {
    private final Environment env;
    private final ModelDef model;
    private final FieldDef field;

    private ComputedSearch(Environment env, ModelDef model, FieldDef field) {
        this.env = env;
        this.model = model;
        this.field = field;
    }

    /** What the term means, where Odoo can search the field at all. */
    static Optional<Condition> meaning(
            Environment env, ModelDef model, FieldDef field, Operator operator, Object value) {
        boolean searchable = !field.stored()
                && field.type() != FieldType.BINARY
                && field.computation().map(Computation::searchable).orElse(false);
        boolean tree = operator == Operator.CHILD_OF || operator == Operator.PARENT_OF;
        return searchable && !tree
                ? Optional.of(new ComputedSearch(env, model, field).found(operator, value))
                : Optional.empty();
    }

    private Condition found(Operator operator, Object value) {
        Condition.Term term = comparable(new Condition.Term(field.name(), operator, value));
        Environment all = env.sudo().with("active_test", false);
        List<Integer> ids = new Search(all, model).ids(Condition.TRUE, Page.ALL);
        Map<Integer, Object> values = new Fetcher(all, model).values(ids, field);
        List<Object> fitting = new ArrayList<>();
        values.forEach((id, own) -> {
            if (Matcher.matches(term, new OneValue(FieldCodecs.of(field).toWire(own)))) {
                fitting.add(id);
            }
        });
        return Condition.term("id", Operator.IN, fitting);
    }

    /** Links are compared by id: names and conditions become the ids of the records that they stand for. */
    private Condition.Term comparable(Condition.Term term) {
        boolean byCondition = term.value() instanceof Condition;
        if (field.relation().isEmpty() || !(byCondition || term.value() instanceof String)) {
            return term;
        }
        Operator positive =
                term.operator().isNegative() ? term.operator().opposite().orElseThrow() : term.operator();
        ModelDef comodel = env.registry().model(field.comodel());
        Condition there = term.value() instanceof Condition condition
                ? condition
                : NameSearch.condition(env, comodel, positive, term.value());
        List<Integer> ids = new Search(env, comodel).ids(there, Page.ALL);
        return new Condition.Term(term.path(), term.operator().isNegative() ? Operator.NOT_IN : Operator.IN, ids);
    }

    private record OneValue(Object value) implements Matcher.Values {
        @Override
        public Object value(String name) {
            return value;
        }

        @Override
        public List<Matcher.Values> records(String name) {
            return List.of();
        }
    }
}
