package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out the commands for a one2many field. As in Odoo, what is to be deleted, created and linked waits for the end or for
 * a command that replaces all lines, and lines once added or linked are not cleared by later commands of the same list.
 * Source: recorded scenario orm_commands o2m-order-of-commands, and pairs of all commands put to both versions.
 */
final class OneToManyWriter {
    private final Environment env;
    private final ModelDef model;
    private final FieldDef field;
    private final FieldDef inverse;
    private final CommandTargets targets;
    private final List<Integer> ids;
    private final Set<Integer> deleted = new LinkedHashSet<>();
    private final List<Map<String, Object>> added = new ArrayList<>();
    private final Set<Integer> linked = new LinkedHashSet<>();
    private final Set<Integer> before = new LinkedHashSet<>();
    private boolean mayClear;

    OneToManyWriter(Environment env, ModelDef model, FieldDef field, List<Integer> ids) {
        this.env = env;
        this.model = model;
        this.field = field;
        this.targets = new CommandTargets(env, field);
        this.ids = ids;
        String name = field.relation().orElseThrow().inverseName().orElseThrow();
        this.inverse = env.registry().model(field.comodel()).fields().get(name);
    }

    void run(List<Command> commands, boolean created) {
        mayClear = !created;
        if (!created && commands.stream().anyMatch(command -> command.kind() == Command.Kind.LINK)) {
            before.addAll(lines());
        }
        commands.forEach(this::run);
        flush();
        link(linked);
    }

    private void run(Command command) {
        switch (command.kind()) {
            case CREATE -> {
                Map<String, Object> values = targets.values(command);
                ids.forEach(id -> added.add(owned(values, id)));
                mayClear = false;
            }
            case UPDATE -> targets.record(command.target()).ifPresent(id -> update(id, command));
            case DELETE -> targets.record(command.target()).ifPresent(deleted::add);
            case UNLINK -> targets.record(command.target()).ifPresent(this::unlink);
            case LINK -> {
                targets.record(command.target()).ifPresent(linked::add);
                mayClear = false;
            }
            case CLEAR -> set(Set.of());
            case SET -> set(targets.records(command.payload()));
        }
    }

    private void update(int id, Command command) {
        Records line = env.record(field.comodel(), id);
        line.write(targets.values(command));
    }

    private void unlink(int id) {
        if (isDependent()) {
            deleted.add(id);
        } else {
            env.record(field.comodel(), id).write(Map.of(inverse.name(), false));
        }
    }

    private void set(Set<Integer> wanted) {
        if (!mayClear && (wanted.isEmpty() || !env.version().has("command.set-after-added"))) {
            linked.addAll(wanted);
            return;
        }
        flush();
        if (!mayClear) {
            link(linked);
        }
        Set<Integer> present = lines();
        List<Integer> leaving = new ArrayList<>(present);
        leaving.removeAll(wanted);
        release(leaving);
        Set<Integer> joining = new LinkedHashSet<>(wanted);
        joining.removeAll(present);
        link(joining);
    }

    /** The lines that reading shows, archived ones included unless the field's own domain leaves them out. */
    private Set<Integer> lines() {
        Environment all = env.with("active_test", false);
        return new LinkedHashSet<>(
                all.records(model.name(), ids).records(field.name()).ids());
    }

    /** Deletes and creates what waits. */
    private void flush() {
        if (!deleted.isEmpty()) {
            env.records(field.comodel(), deleted).unlink();
            deleted.clear();
        }
        if (!added.isEmpty()) {
            env.model(field.comodel()).createAll(added);
            added.clear();
        }
    }

    /** Gives lines to the last of the records; a line that was there from the start and is gone by now is left alone. */
    private void link(Set<Integer> lines) {
        if (lines.isEmpty()) {
            return;
        }
        Records records = env.records(field.comodel(), lines);
        Set<Integer> gone = new LinkedHashSet<>(lines);
        gone.removeAll(records.exists().ids());
        if (env.version().has("command.linked-first")) {
            gone.retainAll(before);
            records = records.browse(
                    lines.stream().filter(id -> !gone.contains(id)).toList());
        }
        records.requireExisting();
        int owner = ids.get(ids.size() - 1);
        Records joining = records.filter(line -> line.integer(inverse.name()) != owner);
        joining.write(owned(Map.of(), owner));
    }

    /** What leaves a one2many is deleted when it cannot be without its owner, else set free. */
    private void release(List<Integer> leaving) {
        if (leaving.isEmpty()) {
            return;
        }
        Records records = env.records(field.comodel(), leaving);
        if (isDependent()) {
            records.unlink();
        } else {
            records.write(Map.of(inverse.name(), false));
        }
    }

    private boolean isDependent() {
        return inverse.relation()
                .map(relation -> relation.onDelete() == FieldDef.OnDelete.CASCADE)
                .orElse(false);
    }

    private Map<String, Object> owned(Map<String, Object> values, int id) {
        Map<String, Object> owned = new LinkedHashMap<>(values);
        owned.put(inverse.name(), id);
        inverse.modelField().ifPresent(name -> owned.put(name, model.name()));
        return owned;
    }
}
