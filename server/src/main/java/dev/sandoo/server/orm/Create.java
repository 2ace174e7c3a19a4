package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.access.Operation;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.field.Target;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Creates records in batches: one insert for all of them, whatever their number. */
final class Create {
    private final Environment env;
    private final ModelDef model;
    private final Optional<KeyGate> gate;
    private final Optional<Set<String>> asked;
    private final List<Integer> numbers;

    Create(Environment env, ModelDef model) {
        this(env, model, Optional.empty(), List.of());
    }

    private Create(Environment env, ModelDef model, Optional<Set<String>> asked, List<Integer> numbers) {
        this.env = env;
        this.model = model;
        this.gate = KeyGate.of(env);
        this.asked = asked;
        this.numbers = numbers;
    }

    /** The same where a client has asked for no more than these of the values. */
    static Create asked(Environment env, ModelDef model, Set<String> names) {
        return new Create(env, model, Optional.of(names), List.of());
    }

    /** The same where records get these ids, which none has yet, one for each. */
    static Create numbered(Environment env, ModelDef model, List<Integer> ids) {
        return new Create(env, model, Optional.empty(), List.copyOf(ids));
    }

    /**
     * Creates one record for each map of wire values and answers their ids in order.
     *
     * @throws dev.sandoo.server.error.OdooError as Odoo does: no rights, unknown fields, wrong values, broken constraints
     */
    List<Integer> create(List<Map<String, Object>> given) {
        env.requireLanguage();
        Rights rights = Rights.ofGroups(env);
        rights.checkModel(model, Operation.CREATE);
        gate.ifPresent(key -> key.requireChange(model, Operation.CREATE, Set.of()));
        if (given.isEmpty()) {
            return List.of();
        }
        given.forEach(values -> ValueSplit.requireKnown(env, model, values.keySet()));
        if (env.version().has("access.created-fields")) {
            rights.checkFields(model, Operation.WRITE, names(given));
        }
        List<Set<String>> names = askedFor(given);
        List<ModelHooks> hooks = env.registry().behaviours().hooks(model.name());
        List<Map<String, Object>> values = new ArrayList<>();
        given.forEach(one -> values.add(new LinkedHashMap<>(one)));
        Environment own = env.acting(model.name());
        hooks.forEach(hook -> hook.beforeDefaults(own, values));
        Defaults defaults = new Defaults(own, model);
        values.replaceAll(defaults::complete);
        values.forEach(one -> new NewLines(own).check(model, one));
        hooks.forEach(hook -> hook.beforeCreate(own, values));
        List<Integer> ids = insertAll(given, values, names);
        new Constraints(own, model).check(ids, null);
        rights.checkRecords(model, Operation.CREATE, ids);
        gate.ifPresent(key -> key.requireWithin(model, Operation.CREATE, ids));
        hooks.forEach(hook -> hook.afterCreate(own.records(model.name(), ids), values));
        return ids;
    }

    /** The fields of each record that the client gives values for, by name or by the context; a policy must let it. */
    private List<Set<String>> askedFor(List<Map<String, Object>> given) {
        if (gate.isEmpty()) {
            return List.of();
        }
        List<Set<String>> all = new ArrayList<>();
        for (Map<String, Object> one : given) {
            Set<String> names = new LinkedHashSet<>(one.keySet());
            asked.ifPresent(names::retainAll);
            env.context().defaultNames().stream()
                    .filter(model.fields()::containsKey)
                    .forEach(names::add);
            gate.get().requireChange(model, Operation.CREATE, names);
            names.forEach(name -> gate.get()
                    .links()
                    .requireLink(
                            model,
                            model.fields().get(name),
                            one.getOrDefault(name, env.context().get("default_" + name))));
            all.add(names);
        }
        return all;
    }

    private List<Integer> insertAll(
            List<Map<String, Object>> given, List<Map<String, Object>> values, List<Set<String>> names) {
        Environment inner = env.with(env.context().withoutDefaults());
        List<ValueSplit> splits = new ArrayList<>();
        values.forEach(one -> splits.add(ValueSplit.of(env, model, one, Target.Check.COLUMN)));
        new Delegates(inner, model).create(splits, names);
        new RequiredFields(env, model).checkNew(splits);
        splits.forEach(split -> new MonetaryAmounts(env, model).roundNew(split.columns()));
        List<Integer> ids = insert(splits);
        passNumbers();
        new ChangeNotes(env, model).created(ids, given, splits);
        env.state().cache().clear();
        env.state().cache().seen(model.name()).addAll(ids);
        ParentPaths.created(env, model, ids);
        Recomputer recomputer = env.state().recomputer();
        Map<Set<String>, List<Integer>> alike = alike(ids, values);
        alike.forEach((kept, some) -> recomputer.created(env, model, some, kept));
        alike.forEach((kept, some) -> recomputer.hold(model, kept, some));
        try {
            recomputer.changed(env, model, relationalNames(splits), ids);
            for (int i = 0; i < ids.size(); i++) {
                applyRest(inner, ids.get(i), splits.get(i), names.isEmpty() ? Set.of() : names.get(i));
            }
            new Delegates(inner, model).createOwned(ids, splits, names);
            recomputer.flush(inner);
        } finally {
            recomputer.release(alike.size());
        }
        new LateChecks(env, model).check(ids);
        return ids;
    }

    /** The new records by the fields they were given: many are often given the same. */
    private Map<Set<String>, List<Integer>> alike(List<Integer> ids, List<Map<String, Object>> values) {
        Map<Set<String>, List<Integer>> alike = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            alike.computeIfAbsent(kept(values.get(i).keySet()), kept -> new ArrayList<>())
                    .add(ids.get(i));
        }
        return alike;
    }

    /** A value for a field that people cannot write does not keep it from being computed. */
    private Set<String> kept(Set<String> given) {
        Set<String> kept = new LinkedHashSet<>(given);
        kept.removeIf(name -> model.fields().get(name).readonly());
        return kept;
    }

    /** What the client has asked for is told from what hooks and defaults have added. */
    private void applyRest(Environment inner, int id, ValueSplit split, Set<String> names) {
        new Attachments(inner).write(model, List.of(id), split.binaries());
        split.commands()
                .forEach((field, wire) ->
                        new Commands(of(inner, field, names), model).apply(List.of(id), field, wire, true));
        split.inverses()
                .forEach((field, wire) -> new Inverses(of(inner, field, names), model).write(List.of(id), field, wire));
    }

    private Environment of(Environment inner, FieldDef field, Set<String> names) {
        return inner.acting().isEmpty() && names.contains(field.name()) ? inner : inner.acting(model.name());
    }

    private List<Integer> insert(List<ValueSplit> splits) {
        Set<FieldDef> fields = new LinkedHashSet<>();
        splits.forEach(split -> fields.addAll(split.columns().keySet()));
        List<SqlFragment> names = new ArrayList<>();
        List<SqlFragment> arrays = new ArrayList<>();
        ColumnValues columnValues = new ColumnValues(env);
        for (FieldDef field : fields) {
            List<Object> column = new ArrayList<>(splits.size());
            for (ValueSplit split : splits) {
                // Only who says that a field has no value for the company keeps it from the company's default.
                boolean unsaid = field.companyDependent() && !split.columns().containsKey(field);
                Object value = split.columns().get(field);
                column.add(unsaid ? null : columnValues.parameter(field, FieldCodecs.of(field), value));
            }
            names.add(SqlFragment.identifier(field.name()));
            arrays.add(ColumnValues.unnest(Columns.typeOf(field).sqlName(), column));
        }
        if (model.hasLog()) {
            addLog(names, arrays);
        }
        if (!numbers.isEmpty()) {
            names.add(SqlFragment.identifier("id"));
            arrays.add(ColumnValues.unnest("int4", List.copyOf(numbers)));
        }
        SqlFragment rows = fields.isEmpty() && numbers.isEmpty()
                ? SqlFragment.of(" FROM generate_series(1, ?)", splits.size())
                : SqlFragment.EMPTY;
        return new DatabaseErrors(env)
                .translating(
                        model,
                        FieldDef.Computation::precompute,
                        () -> env.transaction().query(statement(names, arrays, rows), row -> row.integer(1)));
    }

    private SqlFragment statement(List<SqlFragment> names, List<SqlFragment> arrays, SqlFragment rows) {
        SqlFragment insert = SqlFragment.of("INSERT INTO ").append(SqlFragment.identifier(model.table()));
        if (names.isEmpty()) {
            return insert.append(" (id) SELECT nextval(pg_get_serial_sequence(?, 'id'))", model.table())
                    .append(rows)
                    .append(" RETURNING id");
        }
        return insert.append(" (")
                .append(SqlFragment.join(", ", names))
                .append(") SELECT ")
                .append(SqlFragment.join(", ", arrays))
                .append(rows)
                .append(" RETURNING id");
    }

    /** Later records come after those that were given their ids. */
    private void passNumbers() {
        if (!numbers.isEmpty()) {
            env.transaction()
                    .query(
                            SqlFragment.of(
                                    "SELECT setval(s, greatest(?, nextval(s) - 1)) FROM pg_get_serial_sequence(?, 'id') s",
                                    Collections.max(numbers),
                                    model.table()),
                            row -> row.integer(1));
        }
    }

    private void addLog(List<SqlFragment> names, List<SqlFragment> arrays) {
        for (String name : List.of("create_uid", "write_uid")) {
            names.add(SqlFragment.identifier(name));
            arrays.add(SqlFragment.of("?::int4", env.uid()));
        }
        for (String name : List.of("create_date", "write_date")) {
            names.add(SqlFragment.identifier(name));
            arrays.add(SqlFragment.of("?::timestamp", env.now()));
        }
    }

    private List<String> relationalNames(List<ValueSplit> splits) {
        Set<String> names = new LinkedHashSet<>();
        splits.forEach(split -> split.columns().keySet().forEach(field -> names.add(field.name())));
        return List.copyOf(names);
    }

    private static Set<String> names(List<Map<String, Object>> values) {
        Map<String, Object> names = new LinkedHashMap<>();
        values.forEach(names::putAll);
        return names.keySet();
    }
}
