package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldDef.Relation;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out what is written to one2many and many2many fields: commands 0 (create), 1 (update), 2 (delete), 3 (unlink),
 * 4 (link), 5 (clear), 6 (set), a plain list of ids (set) or an empty value (clear).
 */
final class Commands {
    private final Environment env;
    private final ModelDef model;

    Commands(Environment env, ModelDef model) {
        this.env = env;
        this.model = model;
    }

    /** Applies a wire value to the field of each record; {@code created} tells that the records are new and have nothing yet. */
    void apply(List<Integer> ids, FieldDef field, Object wire, boolean created) {
        List<Command> commands = parse(field, wire);
        if (created && commands.stream().allMatch(command -> command.kind() == Kind.CLEAR)) {
            return;
        }
        for (Command command : commands) {
            run(ids, field, command);
        }
        env.state().cache().clear();
    }

    /** Sets the field of each record to exactly these records. */
    void replace(List<Integer> ids, FieldDef field, List<?> targets) {
        List<Integer> targetIds = new ArrayList<>();
        targets.forEach(target -> targetIds.add((Integer) target));
        run(ids, field, new Command(Kind.SET, 0, targetIds, Map.of()));
    }

    private enum Kind {
        CREATE,
        UPDATE,
        DELETE,
        UNLINK,
        LINK,
        CLEAR,
        SET
    }

    private record Command(Kind kind, int id, List<Integer> ids, Map<String, Object> values) {}

    private List<Command> parse(FieldDef field, Object wire) {
        if (wire == null || Boolean.FALSE.equals(wire)) {
            return List.of(new Command(Kind.CLEAR, 0, List.of(), Map.of()));
        }
        if (!(wire instanceof List<?> list)) {
            throw PythonError.valueError(
                    "Wrong value for " + model.name() + "." + field.name() + ": " + PythonValues.str(wire));
        }
        List<Command> commands = new ArrayList<>();
        List<Integer> plain = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof List<?> command && !command.isEmpty()) {
                commands.add(parse(command));
            } else if (element instanceof Integer id) {
                plain.add(id);
            } else {
                throw PythonError.valueError(
                        "Wrong value for " + model.name() + "." + field.name() + ": " + PythonValues.str(wire));
            }
        }
        if (commands.isEmpty()) {
            return List.of(new Command(Kind.SET, 0, plain, Map.of()));
        }
        plain.forEach(id -> commands.add(new Command(Kind.LINK, id, List.of(), Map.of())));
        return commands;
    }

    @SuppressWarnings("unchecked")
    private static Command parse(List<?> command) {
        Object code = command.get(0);
        Kind kind = code instanceof Integer number && number >= 0 && number < Kind.values().length
                ? Kind.values()[number]
                : unknown(code);
        int id = command.size() > 1 && command.get(1) instanceof Integer number ? number : 0;
        Object last = command.size() > 2 ? command.get(2) : null;
        List<Integer> ids = new ArrayList<>();
        if (kind == Kind.SET && last instanceof List<?> list) {
            list.forEach(element -> ids.add(id(element)));
        }
        Map<String, Object> values = last instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
        return new Command(kind, id, ids, values);
    }

    private static Integer id(Object element) {
        if (element instanceof Integer number) {
            return number;
        }
        throw PythonError.of(
                "psycopg2.errors.InvalidTextRepresentation",
                "invalid input syntax for type integer: \"" + PythonValues.str(element) + "\"\n");
    }

    private static Kind unknown(Object code) {
        throw PythonError.valueError("Unknown x2many command: " + PythonValues.repr(code));
    }

    private void run(List<Integer> ids, FieldDef field, Command command) {
        switch (command.kind()) {
            case CREATE -> create(ids, field, command.values());
            case UPDATE -> comodel(field, command.id()).write(command.values());
            case DELETE -> delete(ids, field, command.id());
            case UNLINK -> unlink(ids, field, List.of(command.id()));
            case LINK -> link(ids, field, List.of(command.id()));
            case CLEAR -> set(ids, field, List.of());
            case SET -> set(ids, field, command.ids());
        }
    }

    private Records comodel(FieldDef field, int id) {
        return env.record(field.comodel(), id);
    }

    private void create(List<Integer> ids, FieldDef field, Map<String, Object> values) {
        Records comodel = env.model(field.comodel());
        if (field.type() == FieldType.MANY2MANY) {
            List<Integer> created = comodel.create(values).ids();
            link(ids, field, created);
            return;
        }
        List<Map<String, Object>> all = new ArrayList<>();
        ids.forEach(id -> all.add(owned(field, values, id)));
        comodel.createAll(all);
    }

    private Map<String, Object> owned(FieldDef field, Map<String, Object> values, int id) {
        Map<String, Object> owned = new LinkedHashMap<>(values);
        FieldDef inverse = inverse(field);
        owned.put(inverse.name(), id);
        inverse.modelField().ifPresent(name -> owned.put(name, model.name()));
        return owned;
    }

    private FieldDef inverse(FieldDef field) {
        String name = relation(field).inverseName().orElseThrow();
        return env.registry().model(field.comodel()).fields().get(name);
    }

    private static Relation relation(FieldDef field) {
        return field.relation().orElseThrow();
    }

    private void delete(List<Integer> ids, FieldDef field, int target) {
        if (field.type() == FieldType.MANY2MANY) {
            unlink(ids, field, List.of(target));
        }
        comodel(field, target).unlink();
    }

    private void link(List<Integer> ids, FieldDef field, List<Integer> targets) {
        if (field.type() == FieldType.ONE2MANY) {
            Map<String, Object> values = owned(field, Map.of(), ids.get(ids.size() - 1));
            env.records(field.comodel(), targets).write(values);
            return;
        }
        insertPairs(ids, field, targets);
    }

    private void unlink(List<Integer> ids, FieldDef field, List<Integer> targets) {
        if (field.type() == FieldType.MANY2MANY) {
            deletePairs(ids, field, targets);
            return;
        }
        release(field, env.records(field.comodel(), targets));
    }

    /** What leaves a one2many is deleted when it cannot be without its owner, else set free. */
    private void release(FieldDef field, Records records) {
        FieldDef inverse = inverse(field);
        boolean dependent = inverse.relation()
                .map(relation -> relation.onDelete() == FieldDef.OnDelete.CASCADE)
                .orElse(false);
        if (records.isEmpty()) {
            return;
        }
        if (dependent) {
            records.unlink();
        } else {
            records.write(Map.of(inverse.name(), false));
        }
    }

    private void set(List<Integer> ids, FieldDef field, List<Integer> targets) {
        Set<Integer> wanted = new LinkedHashSet<>(targets);
        if (field.type() == FieldType.MANY2MANY) {
            replacePairs(ids, field, wanted);
            return;
        }
        Environment all = env.with("active_test", false);
        Set<Integer> present = new LinkedHashSet<>(
                all.records(model.name(), ids).records(field.name()).ids());
        List<Integer> leaving = new ArrayList<>(present);
        leaving.removeAll(wanted);
        release(field, env.records(field.comodel(), leaving));
        wanted.removeAll(present);
        if (!wanted.isEmpty()) {
            link(ids, field, List.copyOf(wanted));
        }
    }

    private void replacePairs(List<Integer> ids, FieldDef field, Set<Integer> wanted) {
        Relation relation = relation(field);
        env.transaction()
                .update(SqlFragment.of("DELETE FROM ")
                        .append(SqlFragment.identifier(relation.table().orElseThrow()))
                        .append(" WHERE ")
                        .append(SqlFragment.identifier(relation.column().orElseThrow()))
                        .append(" = ANY(?) AND NOT ", SqlArray.ids(ids))
                        .append(SqlFragment.identifier(relation.otherColumn().orElseThrow()))
                        .append(" = ANY(?)", SqlArray.ids(wanted)));
        insertPairs(ids, field, List.copyOf(wanted));
    }

    private void insertPairs(List<Integer> ids, FieldDef field, List<Integer> targets) {
        Relation relation = relation(field);
        if (ids.isEmpty() || targets.isEmpty()) {
            return;
        }
        env.transaction()
                .update(SqlFragment.of("INSERT INTO ")
                        .append(SqlFragment.identifier(relation.table().orElseThrow()))
                        .append(" (")
                        .append(SqlFragment.identifier(relation.column().orElseThrow()))
                        .append(", ")
                        .append(SqlFragment.identifier(relation.otherColumn().orElseThrow()))
                        .append(
                                ") SELECT a, b FROM unnest(?) a, unnest(?) b ON CONFLICT DO NOTHING",
                                SqlArray.ids(ids),
                                SqlArray.ids(targets)));
    }

    private void deletePairs(List<Integer> ids, FieldDef field, List<Integer> targets) {
        Relation relation = relation(field);
        env.transaction()
                .update(SqlFragment.of("DELETE FROM ")
                        .append(SqlFragment.identifier(relation.table().orElseThrow()))
                        .append(" WHERE ")
                        .append(SqlFragment.identifier(relation.column().orElseThrow()))
                        .append(" = ANY(?) AND ", SqlArray.ids(ids))
                        .append(SqlFragment.identifier(relation.otherColumn().orElseThrow()))
                        .append(" = ANY(?)", SqlArray.ids(targets)));
    }
}
