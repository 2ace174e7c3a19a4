package dev.sandoo.server.orm;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.field.PythonValues;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ids that a method on records is called with: one, or a list of them. What is no id is refused as Python or PostgreSQL
 * would come to refuse it; what stands for no record is kept in {@link WireIds}. Source: recorded scenario orm_read/ids.
 */
final class RecordIds {
    private static final Pattern INTEGER = Pattern.compile("\\d+");

    private final OdooVersion version;
    private final WireIds written;

    RecordIds(OdooVersion version, WireIds written) {
        this.version = version;
        this.written = written;
    }

    /** The reader for a call's ids. */
    static RecordIds in(Environment env) {
        return new RecordIds(env.version(), env.state().wireIds());
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
        elements(wire).forEach(element -> ids.add(id(element)));
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
        if (wire instanceof Double || wire instanceof Boolean) {
            throw PythonError.typeError("'" + PythonValues.typeName(wire) + "' object is not iterable");
        }
        return List.of(wire);
    }

    private int id(Object wire) {
        if (wire instanceof Integer id) {
            return id;
        }
        if (Boolean.TRUE.equals(wire)) {
            throw noBoolean();
        }
        if (wire instanceof String text) {
            return text(text);
        }
        if (wire instanceof Double number) {
            return number(number);
        }
        if (wire == null || wire instanceof Boolean || wire instanceof Number) {
            return written.standIn(wire);
        }
        throw PythonError.typeError("unhashable type: '" + PythonValues.typeName(wire) + "'");
    }

    /** What PostgreSQL says of a boolean where an id should be. */
    static PythonError noBoolean() {
        return PythonError.of(
                "psycopg2.errors.UndefinedFunction",
                "operator does not exist: integer = boolean\n"
                        + "HINT:  No operator matches the given name and argument types."
                        + " You might need to add explicit type casts.\n");
    }

    /** Python finds a number however it is written; the earlier version looks for one that is no id forever. */
    private int number(Double number) {
        if (number == number.intValue()) {
            written.note(number.intValue(), number);
            return number.intValue();
        }
        if (version.has("read.unsaved")) {
            return written.standIn(number);
        }
        throw PythonError.of("RecursionError", "maximum recursion depth exceeded while calling a Python object");
    }

    /** A text that PostgreSQL reads as a number finds a row that Python then does not know for the one it looked for. */
    private int text(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw PythonError.of(
                    "psycopg2.errors.InvalidTextRepresentation",
                    "invalid input syntax for type integer: \"" + text + "\"\n");
        }
        if (version.has("read.unsaved")) {
            return written.standIn(text);
        }
        throw new AccessError("Database fetch misses ids (('" + text + "',)) and has extra ids ((" + text
                + ",)), may be caused by a type incoherence in a previous request");
    }
}
