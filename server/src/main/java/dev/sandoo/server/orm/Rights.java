package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.access.Rule;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.MissingError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the environment's caller may do with models, fields and records; in sudo, everything. */
final class Rights {
    private final Environment env;

    Rights(Environment env) {
        this.env = env;
    }

    /** Whether a line of {@code ir.model.access} allows the operation. */
    boolean allowsModel(ModelDef model, Operation operation) {
        return env.isSuperuser() || env.caller().access().allows(env.caller(), model.name(), operation);
    }

    /** Throws an AccessError when no line of {@code ir.model.access} allows the operation. */
    void checkModel(ModelDef model, Operation operation) {
        if (!allowsModel(model, operation)) {
            throw new Refusals(env).model(model, operation);
        }
    }

    /** Whether the caller's groups may use the field. */
    boolean allows(FieldDef field) {
        return env.isSuperuser() || env.caller().access().allows(env.caller(), field);
    }

    /** Throws an AccessError when the caller's groups may not use one of the named fields. */
    void checkFields(ModelDef model, Operation operation, Collection<String> names) {
        List<FieldDef> refused = new ArrayList<>();
        for (String name : names) {
            FieldDef field = model.fields().get(name);
            if (field != null && !allows(field)) {
                refused.add(field);
            }
        }
        if (!refused.isEmpty()) {
            throw new Refusals(env).fields(model, operation, refused);
        }
    }

    /** Throws an AccessError when the caller's groups may not read one of the fields. */
    void checkReadable(ModelDef model, List<FieldDef> fields) {
        checkFields(model, Operation.READ, fields.stream().map(FieldDef::name).toList());
    }

    /** What the caller's record rules ask of a record: global rules all hold, of the groups' rules any. */
    Condition rule(ModelDef model, Operation operation) {
        if (env.isSuperuser()) {
            return Condition.TRUE;
        }
        List<Condition> all = new ArrayList<>();
        model.inherits().forEach((parent, link) -> {
            Condition inherited = rule(env.registry().model(parent), operation);
            if (!inherited.equals(Condition.TRUE)) {
                all.add(Condition.term(link, Operator.ANY_SUDO, inherited));
            }
        });
        List<Condition> any = new ArrayList<>();
        boolean grouped = false;
        for (Rule rule : env.caller().access().rules(env.caller(), model.name(), operation)) {
            Condition condition = condition(rule);
            if (rule.isGlobal()) {
                all.add(condition);
            } else {
                grouped = true;
                any.add(condition);
            }
        }
        if (grouped) {
            all.add(Condition.anyOf(any));
        }
        return Condition.allOf(all);
    }

    private Condition condition(Rule rule) {
        return env.registry().rules().condition(env, rule);
    }

    /** Those of the records that rules allow; records that do not exist are not among them. */
    List<Integer> allowed(ModelDef model, Operation operation, Collection<Integer> ids) {
        return new Search(env, model).within(rule(model, operation), ids);
    }

    /**
     * Throws when a rule forbids one of the records, or when one does not exist and a rule would have to be asked.
     */
    void checkRecords(ModelDef model, Operation operation, List<Integer> ids) {
        Condition rule = rule(model, operation);
        if (rule.equals(Condition.TRUE) || ids.isEmpty()) {
            return;
        }
        List<Integer> allowed = new Search(env, model).within(rule, ids);
        if (allowed.size() < new LinkedHashSet<>(ids).size()) {
            throw refusal(model, operation, ids, allowed);
        }
    }

    /**
     * Those of the records that exist, in their order and as often as they are named.
     *
     * @throws dev.sandoo.server.error.AccessError when a rule keeps one that exists from the caller
     */
    List<Integer> readable(ModelDef model, List<Integer> ids) {
        return readable(model, ids, new ColumnReader(env, model, List.of()));
    }

    /** The same, and reads their columns by the statement that asks the rules. */
    List<Integer> readable(ModelDef model, List<Integer> ids, ColumnReader columns) {
        if (ids.isEmpty() || !model.hasTable()) {
            return List.of();
        }
        env.state().recomputer().flush(env);
        Condition rule = rule(model, Operation.READ);
        Set<Integer> allowed = new HashSet<>(columns.readWithin(rule, ids));
        Set<Integer> refused = new LinkedHashSet<>(ids);
        refused.removeAll(allowed);
        if (!refused.isEmpty() && !rule.equals(Condition.TRUE)) {
            List<Integer> existing = new Search(env, model).existing(refused);
            if (!existing.isEmpty()) {
                throw new Refusals(env).records(model, Operation.READ, existing);
            }
        }
        return refused.isEmpty() ? ids : ids.stream().filter(allowed::contains).toList();
    }

    private RuntimeException refusal(
            ModelDef model, Operation operation, List<Integer> ids, Collection<Integer> allowed) {
        Set<Integer> refused = new LinkedHashSet<>(ids);
        refused.removeAll(allowed);
        List<Integer> existing = new Search(env, model).existing(refused);
        if (existing.isEmpty() || existing.size() < refused.size()) {
            Set<Integer> missing = new LinkedHashSet<>(refused);
            missing.removeAll(existing);
            return new MissingError(env.version()
                    .message(
                            "record.missing",
                            Map.of("record", env.records(model.name(), missing).describe(), "user", env.uid())));
        }
        return new Refusals(env).records(model, operation, existing);
    }
}
