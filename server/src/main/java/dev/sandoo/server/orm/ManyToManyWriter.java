package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out the commands for a many2many field: works out what each record is to be connected with, then writes only what
 * differs. What a read of the field does not show (archived records) stays. Records are deleted last.
 */
final class ManyToManyWriter {
    private final Environment env;
    private final FieldDef field;
    private final CommandTargets targets;
    private final List<Integer> ids;
    private final Set<Integer> linked = new LinkedHashSet<>();
    private final Set<Integer> unlinked = new LinkedHashSet<>();
    private final Set<Integer> deleted = new LinkedHashSet<>();
    private boolean replaced;

    ManyToManyWriter(Environment env, FieldDef field, List<Integer> ids) {
        this.env = env;
        this.field = field;
        this.targets = new CommandTargets(env, field);
        this.ids = ids;
    }

    void run(ModelDef model, List<Command> commands, boolean created) {
        commands.forEach(this::collect);
        if (created && env.version().has("relations.read-before-written") && isReadWhileCreated(model)) {
            env.records(field.comodel(), linked.stream().filter(id -> id > 0).toList())
                    .requireExisting();
        }
        if (!deleted.isEmpty()) {
            env.records(field.comodel(), deleted).unlink();
        }
        linked.removeAll(deleted);
        RelationPairs pairs = new RelationPairs(env.transaction(), field);
        Map<Integer, List<Integer>> gone = created ? Map.of() : pairs.delete(ids, leaving(model));
        new ChangeNotes(env, model).linked(field, gone, pairs.insert(ids, linked));
    }

    /** Whether the model has fields that are computed from the others before the row is there. */
    private static boolean isReadWhileCreated(ModelDef model) {
        return model.fields().values().stream()
                .anyMatch(one -> one.stored()
                        && one.computation()
                                .map(FieldDef.Computation::precompute)
                                .orElse(false));
    }

    private void collect(Command command) {
        switch (command.kind()) {
            case CREATE ->
                link(env.model(field.comodel()).create(values(command)).ids());
            case UPDATE ->
                targets.record(command.target())
                        .ifPresent(id -> env.record(field.comodel(), id).write(targets.values(command)));
            case DELETE ->
                targets.record(command.target()).ifPresent(id -> {
                    deleted.add(id);
                    unlink(id);
                });
            case UNLINK -> {
                if (command.target() instanceof Integer id) {
                    unlink(id);
                }
            }
            case LINK -> link(targets.paired(List.of(wire(command.target()))));
            case CLEAR -> set(Set.of());
            case SET -> set(targets.paired(list(command.payload())));
        }
    }

    private Map<String, Object> values(Command command) {
        return targets.values(command);
    }

    /** Lists hold no nulls; what is null is refused here. */
    private Object wire(Object target) {
        return target == null ? targets.paired((Object) null) : target;
    }

    private static List<?> list(Object payload) {
        if (payload instanceof List<?> list) {
            return list;
        }
        if (payload instanceof Map<?, ?> map) {
            return new ArrayList<>(map.keySet());
        }
        if (payload instanceof String text) {
            return text.chars().mapToObj(c -> String.valueOf((char) c)).toList();
        }
        throw PythonError.typeError("'" + PythonValues.typeName(payload) + "' object is not iterable");
    }

    private void link(Iterable<Integer> added) {
        for (Integer id : added) {
            linked.add(id);
            unlinked.remove(id);
        }
    }

    private void unlink(Integer id) {
        linked.remove(id);
        unlinked.add(id);
    }

    private void set(Set<Integer> wanted) {
        linked.clear();
        linked.addAll(wanted);
        unlinked.clear();
        replaced = true;
    }

    /** The targets that some record shows and none is to be connected with any longer. */
    private Set<Integer> leaving(ModelDef model) {
        if (!replaced && unlinked.isEmpty()) {
            return Set.of();
        }
        Set<Integer> leaving = new LinkedHashSet<>(
                env.records(model.name(), ids).records(field.name()).ids());
        if (!replaced) {
            leaving.retainAll(unlinked);
        }
        leaving.removeAll(linked);
        return leaving;
    }
}
