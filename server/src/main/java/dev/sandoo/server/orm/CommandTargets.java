package dev.sandoo.server.orm;

import dev.sandoo.schema.FieldDef;
import dev.sandoo.schema.ModelDef;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The records and values that commands name, out of wire values; what is no id is refused as Odoo or PostgreSQL refuse it. */
final class CommandTargets {
    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?\\d+\\s*");

    private final Environment env;
    private final FieldDef field;

    CommandTargets(Environment env, FieldDef field) {
        this.env = env;
        this.field = field;
    }

    /** The record of a command; none where it names none ({@code false}, 0). */
    Optional<Integer> record(Object wire) {
        if (!PythonValues.isTrue(wire) && !isCollection(wire)) {
            return Optional.empty();
        }
        if (wire instanceof Integer id) {
            return Optional.of(id);
        }
        if (wire instanceof Number
                || wire instanceof String text && INTEGER.matcher(text).matches()) {
            throw missing(wire);
        }
        throw refused(wire);
    }

    /** The records of a list of ids, without those that are none. */
    Set<Integer> records(Object wire) {
        Set<Integer> ids = new LinkedHashSet<>();
        if (wire instanceof List<?> list) {
            list.forEach(element -> record(element).ifPresent(ids::add));
        } else if (wire instanceof String text && !text.isEmpty()) {
            throw refused(text.substring(0, 1));
        }
        return ids;
    }

    /** An id as a row of a many2many's table has it. */
    Integer paired(Object wire) {
        if (wire instanceof Integer id) {
            return id;
        }
        if (wire instanceof Double number && Math.abs(number) < Integer.MAX_VALUE) {
            return (int) Math.rint(number);
        }
        if (wire instanceof Number) {
            throw PythonError.of("psycopg2.errors.NumericValueOutOfRange", "integer out of range\n");
        }
        if (wire instanceof String text && INTEGER.matcher(text).matches() && text.length() < 10) {
            return Integer.valueOf(text.strip());
        }
        if (wire instanceof Boolean) {
            throw PythonError.of(
                    "psycopg2.errors.DatatypeMismatch",
                    "column \"" + otherColumn() + "\" is of type integer but expression is of type boolean\n");
        }
        if (wire == null) {
            throw new DatabaseErrors(env).missingColumn(otherColumn());
        }
        throw refused(wire);
    }

    /** The ids of a many2many's new rows. */
    Set<Integer> paired(List<?> wire) {
        Set<Integer> ids = new LinkedHashSet<>();
        for (Object element : wire) {
            if (isCollection(element)) {
                throw refused(element);
            }
        }
        wire.forEach(element -> ids.add(paired(element)));
        return ids;
    }

    /** The values of a record to create or change. */
    @SuppressWarnings("unchecked")
    Map<String, Object> values(Command command) {
        Object wire = command.payload();
        if (wire instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        boolean creates = command.kind() == Command.Kind.CREATE;
        if (wire instanceof List<?> list && list.isEmpty() && creates) {
            return Map.of();
        }
        if (wire instanceof String && creates) {
            throw PythonError.valueError("dictionary update sequence element #0 has length 1; 2 is required");
        }
        String type = PythonValues.typeName(wire);
        if (creates || env.version().has("command.values-iterated")) {
            throw PythonError.typeError("'" + type + "' object is not iterable");
        }
        throw PythonError.attributeError("'" + type + "' object has no attribute 'keys'");
    }

    private String otherColumn() {
        return field.relation().flatMap(FieldDef.Relation::otherColumn).orElse(field.name());
    }

    private static boolean isCollection(Object wire) {
        return wire instanceof List<?> || wire instanceof Map<?, ?>;
    }

    private MissingError missing(Object wire) {
        ModelDef comodel = env.registry().model(field.comodel());
        return new DatabaseErrors(env).missing(comodel.name(), PythonValues.repr(wire));
    }

    private static PythonError refused(Object wire) {
        if (isCollection(wire)) {
            return PythonError.typeError("unhashable type: '" + PythonValues.typeName(wire) + "'");
        }
        return PythonError.of(
                "psycopg2.errors.InvalidTextRepresentation",
                "invalid input syntax for type integer: \"" + PythonValues.str(wire) + "\"\n");
    }
}
