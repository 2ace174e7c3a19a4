package dev.sandoo.server.orm;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The ids that a method on records is called with: one, or a list of them. What is no id is refused as Python or PostgreSQL
 * would come to refuse it; {@code false} stands for a record that is not saved, 0 here. Source: recorded scenario orm_read/ids.
 */
final class RecordIds {
    private static final Pattern INTEGER = Pattern.compile("\\d+");

    private final OdooVersion version;

    RecordIds(OdooVersion version) {
        this.version = version;
    }

    /** The ids of a wire value. */
    List<Integer> of(Object wire) {
        if (wire instanceof Integer id && id != 0) {
            return List.of(id);
        }
        if (!PythonValues.isTrue(wire)) {
            return List.of();
        }
        List<Integer> ids = new ArrayList<>();
        elements(wire).forEach(element -> id(element).ifPresent(ids::add));
        return ids;
    }

    private static Collection<?> elements(Object wire) {
        if (wire instanceof List<?> list) {
            return list;
        }
        if (wire instanceof Map<?, ?> map) {
            return map.keySet();
        }
        if (wire instanceof String text) {
            return text.chars().mapToObj(c -> String.valueOf((char) c)).toList();
        }
        if (wire instanceof Double) {
            throw PythonError.typeError("'float' object is not iterable");
        }
        return List.of(wire);
    }

    private Optional<Integer> id(Object wire) {
        if (wire instanceof Integer id) {
            return Optional.of(id);
        }
        if (wire instanceof Long || wire instanceof java.math.BigInteger) {
            throw PythonError.of("psycopg2.errors.NumericValueOutOfRange", "integer out of range\n");
        }
        if (wire instanceof Boolean flag && (flag || !version.has("read.unsaved"))) {
            throw PythonError.of(
                    "psycopg2.errors.UndefinedFunction",
                    "operator does not exist: integer = boolean\n"
                            + "HINT:  No operator matches the given name and argument types."
                            + " You might need to add explicit type casts.\n");
        }
        if (wire == null || Boolean.FALSE.equals(wire)) {
            return Optional.of(0);
        }
        if (wire instanceof String text) {
            return text(text);
        }
        if (wire instanceof Double) {
            return Optional.empty();
        }
        throw PythonError.typeError("unhashable type: '" + PythonValues.typeName(wire) + "'");
    }

    /** A text that PostgreSQL reads as a number finds a row that Python then does not know for the one it looked for. */
    private Optional<Integer> text(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw PythonError.of(
                    "psycopg2.errors.InvalidTextRepresentation",
                    "invalid input syntax for type integer: \"" + text + "\"\n");
        }
        if (version.has("read.unsaved")) {
            return Optional.empty();
        }
        throw new AccessError("Database fetch misses ids (('" + text + "',)) and has extra ids ((" + text
                + ",)), may be caused by a type incoherence in a previous request");
    }
}
