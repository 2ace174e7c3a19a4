package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.Target;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the same values to any number of records by one update. */
final class Write {
    /** The field of records that changes are tracked on. */
    private static final String THREAD = "message_ids";

    private static final List<String> NOBODY = List.of(".");

    private final Environment env;
    private final ModelDef model;
    private final List<ModelHooks> hooks;
    private final Optional<KeyGate> gate;
    private final Optional<Set<String>> asked;

    Write(Environment env, ModelDef model) {
        this(env, model, env.registry().behaviours().hooks(model.name()), Optional.empty());
    }

    private Write(Environment env, ModelDef model, List<ModelHooks> hooks, Optional<Set<String>> asked) {
        this.env = env;
        this.model = model;
        this.hooks = hooks;
        this.gate = KeyGate.of(env);
        this.asked = asked;
    }

    /** The same where a client has asked for no more than these of the values. */
    static Write asked(Environment env, ModelDef model, Set<String> names) {
        return new Write(env, model, env.registry().behaviours().hooks(model.name()), Optional.of(names));
    }

    /** The same without what the model does around writing. */
    Write withoutHooks() {
        return new Write(env, model, List.of(), asked);
    }

    /**
     * Writes wire values to the records.
     *
     * @throws dev.sandoo.server.error.OdooError as Odoo does: no rights, missing records, wrong values, broken constraints
     */
    void write(List<Integer> ids, Map<String, Object> given) {
        if (ids.isEmpty()) {
            return;
        }
        env.requireLanguage();
        Rights rights = Rights.ofGroups(env);
        if (model.fields().containsKey(THREAD)) {
            requireReadable(rights, ids, given.keySet());
        }
        rights.checkModel(model, Operation.WRITE);
        for (String name : given.keySet()) {
            if (!model.fields().containsKey(name)) {
                throw unknown(name);
            }
        }
        rights.checkFields(model, Operation.WRITE, given.keySet());
        if (!isReadAlike(rights)) {
            rights.checkRecords(model, Operation.WRITE, ids);
        }
        Set<String> names = askedFor(ids, given);
        Map<String, Object> values = new LinkedHashMap<>(given);
        Environment own = env.acting(model.name());
        Records records = own.records(model.name(), ids);
        hooks.forEach(hook -> hook.beforeWrite(records, values));
        ValueSplit.checkDelegated(env, model, values);
        ValueSplit split = ValueSplit.of(env, model, values, check());
        new RequiredFields(env, model).checkWritten(split.columns());
        new MonetaryAmounts(env, model).roundWritten(ids, split.columns());
        apply(ids, values.keySet(), split, names);
        new Constraints(own, model).check(ids, values.keySet());
        // Whoever may not make a record elsewhere may not move one there either.
        gate.filter(KeyGate::isPlainChange).ifPresent(key -> key.requireWithin(model, Operation.WRITE, ids));
        hooks.forEach(hook -> hook.afterWrite(records, values));
    }

    /** The fields that the client gives values for; a policy must let it, and open the records. */
    private Set<String> askedFor(List<Integer> ids, Map<String, Object> given) {
        if (gate.isEmpty()) {
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>(given.keySet());
        asked.ifPresent(names::retainAll);
        gate.get().requireChange(model, Operation.WRITE, names);
        gate.get().requireWithin(model, Operation.WRITE, ids);
        names.forEach(
                name -> gate.get().links().requireLink(model, model.fields().get(name), given.get(name)));
        return names;
    }

    private Target.Check check() {
        return env.version().has("write.columns-unchecked") ? Target.Check.WRITTEN : Target.Check.FIELD;
    }

    /** Odoo reads what it tracks before it is overwritten, so that who may not read learns just that. */
    private void requireReadable(Rights rights, List<Integer> ids, Set<String> names) {
        rights.checkModel(model, Operation.READ);
        if (env.version().has("access.tracked-fields")) {
            rights.checkFields(model, Operation.READ, tracked(names));
        }
        rights.checkRecords(model, Operation.READ, ids);
    }

    /** Nothing is tracked of what nobody may read. */
    private List<String> tracked(Set<String> names) {
        return names.stream()
                .filter(name -> !model.fields().containsKey(name)
                        || !model.fields().get(name).groups().equals(NOBODY))
                .toList();
    }

    /** Whether the rules for reading, which have been asked, ask all that those for writing do. */
    private boolean isReadAlike(Rights rights) {
        return model.fields().containsKey(THREAD)
                && rights.rule(model, Operation.READ).equals(rights.rule(model, Operation.WRITE));
    }

    /** Some models look at the values before they look at the names, and then say less. */
    private PythonError unknown(String name) {
        return env.version().has("write.unknown-as-key." + model.name())
                ? PythonError.keyError(name)
                : PythonError.valueError(
                        env.version().message("field.unknown.create", Map.of("field", name, "model", model.name())));
    }

    private void apply(List<Integer> ids, Set<String> names, ValueSplit split, Set<String> wanted) {
        Recomputer recomputer = env.state().recomputer();
        Records records = env.acting(model.name()).records(model.name(), ids);
        env.registry().behaviours().hooks(model.name()).forEach(hook -> hook.beforeChange(records, names));
        recomputer.hold(model, names, ids);
        try {
            recomputer.changed(env, model, names, ids);
            if (!split.columns().isEmpty() || model.hasLog()) {
                update(ids, split.columns());
            }
            new ChangeNotes(env, model).written(ids, split);
            env.state().cache().clear();
            ParentPaths.moved(env, model, split.columns().keySet(), ids);
            new Delegates(env, model).write(ids, split.delegated(), wanted);
            new Attachments(env).write(model, ids, split.binaries());
            split.commands()
                    .forEach((field, wire) -> new Commands(of(field, wanted), model).apply(ids, field, wire, false));
            split.inverses().forEach((field, wire) -> new Inverses(of(field, wanted), model).write(ids, field, wire));
            recomputer.changed(env, model, names, ids);
            recomputer.flush(env);
        } finally {
            recomputer.release(1);
        }
        new LateChecks(env, model).check(ids);
    }

    /** What the client has asked for is told from what hooks have added. */
    private Environment of(FieldDef field, Set<String> wanted) {
        return env.acting().isEmpty() && wanted.contains(field.name()) ? env : env.acting(model.name());
    }

    private void update(List<Integer> ids, Map<FieldDef, Object> columns) {
        List<SqlFragment> assignments = new ArrayList<>();
        ColumnValues values = new ColumnValues(env);
        columns.forEach(
                (field, value) -> assignments.add(values.assignment(model, field, FieldCodecs.of(field), value)));
        if (model.hasLog()) {
            assignments.add(SqlFragment.of("\"write_uid\" = ?", env.uid()));
            assignments.add(SqlFragment.of("\"write_date\" = ?", env.now()));
        }
        SqlFragment update = SqlFragment.of("UPDATE ")
                .append(SqlFragment.identifier(model.table()))
                .append(" SET ")
                .append(SqlFragment.join(", ", assignments));
        new DatabaseErrors(env).translating(model, computation -> true, () -> {
            new ChangeNotes(env, model).update(update, columns.keySet(), ids);
            return ids;
        });
    }
}
