package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.field.Columns;
import dev.sandoo.server.field.FieldCodecs;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Stored computed fields that have become stale in this call. They are computed in batches before anything reads them and at
 * the latest when the change that made them stale is complete.
 */
final class Recomputer {
    private record Stale(ModelDef model, FieldDef field) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Stale stale && stale.model == model && stale.field == field;
        }

        @Override
        public int hashCode() {
            return Objects.hash(model.name(), field.name());
        }
    }

    private final Map<Stale, Set<Integer>> pending = new LinkedHashMap<>();
    private final Deque<Given> given = new ArrayDeque<>();
    private final Map<Stale, Batch> running = new LinkedHashMap<>();

    /** Marks the stored computed fields of new records stale, save those that were given. */
    void created(Environment env, ModelDef model, List<Integer> ids, Set<String> given) {
        for (FieldDef field : env.registry().triggers().recomputed(model)) {
            if (!given.contains(field.name())) {
                mark(model, field, ids);
            }
        }
    }

    /** Marks what depends on these fields of these records stale. Called before and after a change of relations. */
    void changed(Environment env, ModelDef model, Collection<String> fields, Collection<Integer> ids) {
        for (Triggers.Trigger trigger : env.registry().triggers().of(model, fields)) {
            if (trigger.path().isEmpty()) {
                mark(trigger.model(), trigger.field(), ids);
            } else {
                mark(trigger.model(), trigger.field(), reaching(env, trigger, ids));
            }
        }
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    /** Values that were given: while the create or write that gave them is under way, nothing makes them stale. */
    private record Given(ModelDef model, Set<String> fields, Set<Integer> ids) {}

    /** Lets given values stand, whatever they are computed from, until {@link #release} is called once. */
    void hold(ModelDef model, Collection<String> fields, Collection<Integer> ids) {
        given.push(new Given(model, Set.copyOf(fields), Set.copyOf(ids)));
        for (String name : fields) {
            Set<Integer> stale = pending.get(new Stale(model, model.fields().get(name)));
            if (stale != null) {
                stale.removeAll(ids);
            }
        }
    }

    /** Ends the latest holds. */
    void release(int holds) {
        for (int i = 0; i < holds; i++) {
            given.pop();
        }
    }

    void removed(ModelDef model, Collection<Integer> ids) {
        pending.forEach((stale, staleIds) -> {
            if (stale.model() == model) {
                staleIds.removeAll(ids);
            }
        });
    }

    /** Computes those of the fields that are stale. */
    void flush(Environment env, ModelDef model, Collection<FieldDef> fields) {
        if (pending.isEmpty()) {
            return;
        }
        for (FieldDef field : fields) {
            Stale stale = new Stale(model, field);
            Set<Integer> ids = pending.remove(stale);
            if (ids != null && !ids.isEmpty()) {
                recompute(env, stale, ids);
            }
        }
    }

    /** Computes everything that is stale. */
    void flush(Environment env) {
        while (!pending.isEmpty()) {
            Stale stale = pending.keySet().iterator().next();
            Set<Integer> ids = pending.remove(stale);
            if (!ids.isEmpty()) {
                recompute(env, stale, ids);
            }
        }
    }

    /** Marks a field of these records stale. */
    void mark(ModelDef model, FieldDef field, Collection<Integer> ids) {
        Set<Integer> stale = new LinkedHashSet<>(ids);
        for (Given values : given) {
            if (values.model() == model && values.fields().contains(field.name())) {
                stale.removeAll(values.ids());
            }
        }
        if (!stale.isEmpty()) {
            pending.computeIfAbsent(new Stale(model, field), k -> new LinkedHashSet<>())
                    .addAll(stale);
        }
    }

    private static List<Integer> reaching(Environment env, Triggers.Trigger trigger, Collection<Integer> ids) {
        Environment all = env.sudo().with("active_test", false);
        Condition condition = Condition.term(trigger.path(), Operator.IN, new ArrayList<Object>(ids));
        return new Search(all, trigger.model()).idsUnflushed(condition);
    }

    private void recompute(Environment env, Stale stale, Set<Integer> ids) {
        Environment computing = env.sudo().acting("").with(env.context().withoutDefaults());
        List<Integer> existing = new Search(computing, stale.model()).existing(ids);
        Optional<Behaviours.ComputeEntry> entry = env.registry()
                .behaviours()
                .compute(stale.model().name(), stale.field().name());
        Map<String, Set<Integer>> alongside =
                entry.map(one -> takeAlongside(env, stale, one, existing)).orElse(Map.of());
        Batch batch = new Batch(computing, stale, alongside, new LinkedHashSet<>(existing), new LinkedHashMap<>());
        if (entry.isPresent()) {
            new Fetcher(computing, stale.model())
                    .prefetch(batch.left(), entry.get().depends());
            run(batch, entry.get(), existing);
        } else {
            String path = stale.field()
                    .computation()
                    .flatMap(FieldDef.Computation::related)
                    .orElseThrow();
            batch.values().put(stale.field().name(), new Fetcher(computing, stale.model()).related(batch.left(), path));
        }
        Map<Integer, Object> own = batch.values().computeIfAbsent(stale.field().name(), n -> new LinkedHashMap<>());
        existing.forEach(id -> own.putIfAbsent(id, null));
        alongside.forEach((name, some) -> {
            Map<Integer, Object> values = batch.values().computeIfAbsent(name, n -> new LinkedHashMap<>());
            values.keySet().retainAll(some);
            some.forEach(id -> values.putIfAbsent(id, null));
        });
        batch.values().keySet().removeIf(name -> !name.equals(stale.field().name()) && !alongside.containsKey(name));
        batch.values()
                .forEach((name, found) ->
                        keep(computing, stale.model(), stale.model().fields().get(name), found));
    }

    /**
     * The other fields of a function that are stale along with this one: it is run once for all of them. They are no longer
     * pending while it runs, so that it may read the values they had.
     */
    private Map<String, Set<Integer>> takeAlongside(
            Environment env, Stale stale, Behaviours.ComputeEntry entry, Collection<Integer> ids) {
        Map<String, Set<Integer>> taken = new LinkedHashMap<>();
        pending.forEach((other, otherIds) -> {
            boolean same = other.model() == stale.model()
                    && env.registry()
                            .behaviours()
                            .compute(other.model().name(), other.field().name())
                            .filter(one -> one == entry)
                            .isPresent();
            if (same) {
                Set<Integer> both = new LinkedHashSet<>(otherIds);
                both.retainAll(ids);
                otherIds.removeAll(both);
                taken.put(other.field().name(), both);
            }
        });
        return taken;
    }

    /** Records whose field is being computed, of which some may still be left to do. */
    private record Batch(
            Environment env,
            Stale stale,
            Map<String, Set<Integer>> alongside,
            Set<Integer> left,
            Map<String, Map<Integer, Object>> values) {
        /** Whether what a function finds is the record's value, and not one beside a value that was given. */
        boolean takes(FieldDef field, Integer id) {
            return field == stale.field()
                    || alongside.getOrDefault(field.name(), Set.of()).contains(id);
        }
    }

    private void run(Batch batch, Behaviours.ComputeEntry entry, List<Integer> ids) {
        if (!isRecursive(batch.stale(), entry)) {
            compute(batch, entry, ids);
            return;
        }
        running.put(batch.stale(), batch);
        try {
            ids.forEach(id -> settle(batch, entry, id));
        } finally {
            running.remove(batch.stale());
        }
    }

    /** Whether the field of a record is made of the same field of another, so that the order of computing matters. */
    private static boolean isRecursive(Stale stale, Behaviours.ComputeEntry entry) {
        List<String> depends = entry.depends().isEmpty()
                ? stale.field().computation().orElseThrow().depends()
                : entry.depends();
        return depends.stream()
                .anyMatch(path -> path.endsWith("." + stale.field().name()));
    }

    private static void settle(Batch batch, Behaviours.ComputeEntry entry, Integer id) {
        if (batch.left().remove(id)) {
            compute(batch, entry, List.of(id));
        }
    }

    private static void compute(Batch batch, Behaviours.ComputeEntry entry, List<Integer> ids) {
        ModelDef model = batch.stale().model();
        Fetcher fetcher = new Fetcher(batch.env(), model);
        entry.function().compute(batch.env().records(model.name(), ids), (id, name, value) -> {
            batch.values().computeIfAbsent(name, n -> new LinkedHashMap<>()).put(id, value);
            FieldDef field = model.fields().get(name);
            if (field != null && !field.type().isToMany() && batch.takes(field, id)) {
                fetcher.column(field).put(id, value);
            }
        });
    }

    /** Computes those of the records first that a running computation has not come to yet: another one needs them now. */
    void settle(ModelDef model, FieldDef field, Collection<Integer> ids) {
        Batch batch = running.isEmpty() ? null : running.get(new Stale(model, field));
        if (batch != null) {
            Behaviours.ComputeEntry entry = batch.env()
                    .registry()
                    .behaviours()
                    .compute(model.name(), field.name())
                    .orElseThrow();
            ids.forEach(id -> settle(batch, entry, id));
        }
    }

    /** Whether a running computation has yet to come to this record. */
    boolean isLeft(ModelDef model, FieldDef field, Integer id) {
        Batch batch = running.isEmpty() ? null : running.get(new Stale(model, field));
        return batch != null && batch.left().contains(id);
    }

    private void keep(Environment env, ModelDef model, FieldDef field, Map<Integer, Object> found) {
        if (!field.stored()) {
            return;
        }
        Map<Integer, Object> wanted = new MonetaryAmounts(env, model).roundComputed(field, found);
        Map<Integer, Object> before = new Fetcher(env, model).stored(wanted.keySet(), field);
        wanted.entrySet()
                .removeIf(e -> Objects.equals(normal(field, e.getValue()), normal(field, before.get(e.getKey()))));
        if (wanted.isEmpty()) {
            return;
        }
        Records changing = env.records(model.name(), wanted.keySet());
        env.registry().behaviours().hooks(model.name()).forEach(hook -> hook.beforeRecompute(changing, field, before));
        store(env, model, field, wanted);
        env.state().cache().clear();
        changed(env, model, List.of(field.name()), wanted.keySet());
    }

    private static Object normal(FieldDef field, Object value) {
        return field.type().isToMany() && value == null ? List.of() : value;
    }

    private static void store(Environment env, ModelDef model, FieldDef field, Map<Integer, Object> values) {
        if (field.type() == FieldType.BINARY && !field.hasColumn()) {
            values.forEach((id, value) ->
                    new Attachments(env).write(model, List.of(id), Collections.singletonMap(field, value)));
            return;
        }
        if (!field.hasColumn()) {
            values.forEach((id, value) -> new Commands(env, model).replace(List.of(id), field, (List<?>) value));
            return;
        }
        String type = Columns.typeOf(field).sqlName();
        List<Object> column = new ArrayList<>();
        values.values()
                .forEach(value -> column.add(new ColumnValues(env).parameter(field, FieldCodecs.of(field), value)));
        SqlFragment update = SqlFragment.of("UPDATE ")
                .append(SqlFragment.identifier(model.table()))
                .append(" AS t SET ")
                .append(SqlFragment.identifier(field.name()))
                .append(
                        " = v.value FROM (SELECT unnest(?) AS id, ",
                        dev.sandoo.server.sql.SqlArray.ids(values.keySet()))
                .append(ColumnValues.unnest(type, column))
                .append(" AS value) AS v WHERE t.id = v.id");
        env.transaction().update(update);
    }
}
