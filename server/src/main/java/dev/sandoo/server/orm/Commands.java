package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import java.util.LinkedHashSet;
import java.util.List;
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
        List<Command> commands = new CommandParser(model, field).parse(wire);
        if (commands.isEmpty()) {
            return;
        }
        KeyGate.of(env).ifPresent(gate -> gate.links().requireLinks(model, field, linked(commands)));
        if (field.type() == FieldType.MANY2MANY) {
            new ManyToManyWriter(env, field, ids).run(model, commands, created);
        } else {
            new OneToManyWriter(env, model, field, ids).run(commands, created);
        }
        env.state().cache().clear();
    }

    /** The records that commands name in order to link them. */
    private static Set<Integer> linked(List<Command> commands) {
        Set<Integer> ids = new LinkedHashSet<>();
        for (Command command : commands) {
            if (command.kind() == Command.Kind.LINK && command.target() instanceof Integer id) {
                ids.add(id);
            } else if (command.kind() == Command.Kind.SET && command.payload() instanceof Iterable<?> targets) {
                targets.forEach(target -> {
                    if (target instanceof Integer id) {
                        ids.add(id);
                    }
                });
            }
        }
        return ids;
    }

    /** Sets the field of each record to exactly these records, archived or not. */
    void replace(List<Integer> ids, FieldDef field, List<?> targets) {
        Set<Integer> wanted = new LinkedHashSet<>();
        targets.forEach(target -> wanted.add((Integer) target));
        if (field.type() == FieldType.MANY2MANY) {
            RelationPairs pairs = new RelationPairs(env.transaction(), field);
            pairs.deleteOthers(ids, wanted);
            pairs.insert(ids, wanted);
        } else {
            Command set = new Command(Command.Kind.SET, null, List.copyOf(wanted));
            new OneToManyWriter(env, model, field, ids).run(List.of(set), false);
        }
    }
}
