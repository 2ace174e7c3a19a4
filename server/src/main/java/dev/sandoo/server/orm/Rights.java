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
import java.util.Optional;
import java.util.Set;

/**
 * What the environment's caller may do with models, fields and records. Two have a say: the caller's groups, who in sudo may do
 * everything, and the policy of the caller's key, which sudo does not lift.
 */
final class Rights {
    private final Environment env;
    private final Optional<KeyGate> gate;

    Rights(Environment env) {
        this(env, KeyGate.of(env));
    }

    private Rights(Environment env, Optional<KeyGate> gate) {
        this.env = env;
        this.gate = gate;
    }

    /** Without regard to the key's policy: for those who ask {@link KeyGate} themselves, and for what is not answered. */
    static Rights ofGroups(Environment env) {
        return new Rights(env, Optional.empty());
    }

    /** Whether a line of {@code ir.model.access} allows the operation. */
    boolean allowsModel(ModelDef model, Operation operation) {
        return groupsAllow(model, operation)
                && gate.map(key -> key.allows(model, operation)).orElse(true);
    }

    private boolean groupsAllow(ModelDef model, Operation operation) {
        return env.isSuperuser() || env.caller().access().allows(env.caller(), model.name(), operation);
    }

    /** Throws an AccessError when no line of {@code ir.model.access} allows the operation. */
    void checkModel(ModelDef model, Operation operation) {
        if (!groupsAllow(model, operation)) {
            throw new Refusals(env).model(model, operation);
        }
        gate.ifPresent(key -> key.requireModel(model, operation));
    }

    /** Throws an AccessError when the policy of the caller's key does not open the model for reading. */
    void checkModelForKey(ModelDef model) {
        gate.ifPresent(key -> key.requireModel(model, Operation.READ));
    }

    /** The same when it keeps records of the model back. */
    void checkAllRecordsForKey(ModelDef model) {
        gate.ifPresent(key -> key.requireAllRecords(model));
    }

    /** Whether the caller may see the field. */
    boolean allows(ModelDef model, FieldDef field) {
        return groupsAllow(field) && gate.map(key -> key.returns(model, field)).orElse(true);
    }

    private boolean groupsAllow(FieldDef field) {
        return env.isSuperuser() || env.caller().access().allows(env.caller(), field);
    }

    /** Those of the fields that the key's policy lets be answered; the others are left out without a word. */
    List<FieldDef> returned(ModelDef model, Collection<FieldDef> fields) {
        return gate.map(key -> fields.stream()
                        .filter(field -> key.returns(model, field))
                        .toList())
                .orElseGet(() -> List.copyOf(fields));
    }

    /** Throws an AccessError when the caller's groups may not use one of the named fields, or the key not read it. */
    void checkFields(ModelDef model, Operation operation, Collection<String> names) {
        List<FieldDef> refused = new ArrayList<>();
        for (String name : names) {
            FieldDef field = model.fields().get(name);
            if (field != null && !groupsAllow(field)) {
                refused.add(field);
            }
        }
        if (!refused.isEmpty()) {
            throw new Refusals(env).fields(model, operation, refused);
        }
        if (operation == Operation.READ) {
            gate.ifPresent(key -> key.requireReturned(model, names));
        }
    }

    /** Throws an AccessError when the caller's groups may not read one of the fields. */
    void checkReadable(ModelDef model, List<FieldDef> fields) {
        checkFields(model, Operation.READ, fields.stream().map(FieldDef::name).toList());
    }

    /** What the caller's record rules ask of a record, and the policy of their key unless in sudo. */
    Condition rule(ModelDef model, Operation operation) {
        Condition rule = ruleOfGroups(model, operation);
        return gate.isEmpty() || env.isSuperuser() ? rule : rule.and(gate.get().condition(model, operation));
    }

    /** The same for what clients are answered, which the policy binds in sudo too. */
    private Condition ruleOfAnswers(ModelDef model) {
        Condition rule = ruleOfGroups(model, Operation.READ);
        return gate.map(key -> rule.and(key.condition(model, Operation.READ))).orElse(rule);
    }

    /** Global rules all hold, of the groups' rules any. */
    private Condition ruleOfGroups(ModelDef model, Operation operation) {
        if (env.isSuperuser()) {
            return Condition.TRUE;
        }
        List<Condition> all = new ArrayList<>();
        model.inherits().forEach((parent, link) -> {
            Condition inherited = ruleOfGroups(env.registry().model(parent), operation);
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
            gate.ifPresent(key -> key.requireRecords(model, operation, ids));
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
        Condition rule = ruleOfAnswers(model);
        Set<Integer> allowed = new HashSet<>(columns.readWithin(rule, ids));
        Set<Integer> refused = new LinkedHashSet<>(ids);
        refused.removeAll(allowed);
        if (!refused.isEmpty() && !rule.equals(Condition.TRUE)) {
            gate.ifPresent(key -> key.requireRecords(model, Operation.READ, refused));
            List<Integer> existing = new Search(env, model).existing(refused);
            if (!existing.isEmpty()) {
                throw new Refusals(env).records(model, Operation.READ, existing);
            }
        }
        return refused.isEmpty() ? ids : ids.stream().filter(allowed::contains).toList();
    }

    /** The records without those that the policy of the caller's key keeps back. */
    List<Integer> known(ModelDef model, List<Integer> ids) {
        return gate.map(key -> new Search(env, model).within(key.condition(model, Operation.READ), ids))
                .orElse(ids);
    }

    /** The records that exist; for a key only those that its policy lets it read. */
    List<Integer> existing(Records records) {
        List<Integer> existing = records.exists().ids();
        return gate.map(key -> new Search(env, records.model())
                        .within(key.condition(records.model(), Operation.READ), existing))
                .orElse(existing);
    }

    private RuntimeException refusal(
            ModelDef model, Operation operation, List<Integer> ids, Collection<Integer> allowed) {
        Set<Integer> refused = new LinkedHashSet<>(ids);
        refused.removeAll(allowed);
        List<Integer> existing = new Search(env, model).existing(refused);
        if (existing.isEmpty() || existing.size() < refused.size()) {
            refused.removeAll(existing);
            KeyGate.of(env).ifPresent(key -> key.requireWithin(model, operation, refused));
            List<Integer> first = List.of(refused.iterator().next()); // a rule that is asked stumbles over one of them
            return new MissingError(env.version()
                    .message(
                            "record.missing",
                            Map.of("record", env.records(model.name(), first).describe(), "user", env.uid())));
        }
        return new Refusals(env).records(model, operation, existing);
    }
}
