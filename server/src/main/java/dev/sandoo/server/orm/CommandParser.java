package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.FieldType;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what is written to a to-many field: a list of commands, a list of ids, or nothing. Odoo goes by the first element, and
 * passes over codes that it does not know. Source: recorded scenarios orm_commands malformed-*.
 */
final class CommandParser {
    private final ModelDef model;
    private final FieldDef field;

    CommandParser(ModelDef model, FieldDef field) {
        this.model = model;
        this.field = field;
    }

    /**
     * The commands in their order.
     *
     * @throws PythonError when the value is no list, or a command lacks a part
     */
    List<Command> parse(Object wire) {
        if (wire == null || Boolean.FALSE.equals(wire)) {
            return List.of(new Command(Command.Kind.SET, null, List.of()));
        }
        if (!(wire instanceof List<?> list)) {
            throw PythonError.valueError(
                    "Wrong value for " + model.name() + "." + field.name() + ": " + PythonValues.str(wire));
        }
        if (list.isEmpty()) {
            return List.of();
        }
        return list.get(0) instanceof List<?> ? commands(list) : List.of(new Command(Command.Kind.SET, null, list));
    }

    private List<Command> commands(List<?> list) {
        List<Command> commands = new ArrayList<>();
        for (Object element : list) {
            if (element instanceof List<?> parts) {
                kind(parts).ifPresent(kind -> commands.add(command(kind, parts)));
            } else if (field.type() == FieldType.ONE2MANY) {
                requirePart(element);
            }
        }
        return commands;
    }

    /** What many2many fields pass over, one2many fields look into. */
    private static void requirePart(Object element) {
        if (element instanceof Map<?, ?>) {
            throw PythonError.of("KeyError", "0", List.of(0));
        }
        if (!(element instanceof String)) {
            throw PythonError.typeError("'" + PythonValues.typeName(element) + "' object is not subscriptable");
        }
    }

    private Optional<Command.Kind> kind(List<?> parts) {
        if (parts.isEmpty()) {
            if (field.type() == FieldType.ONE2MANY) {
                throw tooShort();
            }
            return Optional.empty();
        }
        double code = parts.get(0) instanceof Number number
                ? number.doubleValue()
                : parts.get(0) instanceof Boolean flag ? (flag ? 1 : 0) : -1;
        Command.Kind[] kinds = Command.Kind.values();
        boolean known = code >= 0 && code < kinds.length && code == Math.rint(code);
        return known ? Optional.of(kinds[(int) code]) : Optional.empty();
    }

    private static Command command(Command.Kind kind, List<?> parts) {
        if (parts.size() < kind.parts()) {
            throw tooShort();
        }
        return new Command(kind, parts.size() > 1 ? parts.get(1) : null, parts.size() > 2 ? parts.get(2) : null);
    }

    private static PythonError tooShort() {
        return PythonError.of("IndexError", "list index out of range");
    }
}
