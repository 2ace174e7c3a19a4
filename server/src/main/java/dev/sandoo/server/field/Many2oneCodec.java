package dev.sandoo.server.field;

import dev.sandoo.server.error.PythonError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Many2one: the id of a record. What is no id empties the field, or is PostgreSQL's to refuse where only the column is asked. */
final class Many2oneCodec implements FieldCodec {
    @Override
    public Object fromWire(Target target, Object wire) {
        if (target.check() == Target.Check.FIELD) {
            return wire instanceof Integer id && id > 0 ? id : null;
        }
        if (target.check() == Target.Check.WRITTEN) {
            return written(wire);
        }
        return PythonValues.isTrue(wire) ? ofColumn(target, wire) : null;
    }

    /** Source: recorded scenario orm_write/many2one-wrong-types (14.0). */
    private static Integer written(Object wire) {
        if (wire instanceof Integer id) {
            return id;
        }
        if (wire instanceof Map) {
            throw PythonError.of("psycopg2.ProgrammingError", "can't adapt type 'NewId'");
        }
        return wire instanceof String text ? parse(text) : null;
    }

    @Override
    public Object toWire(Object value) {
        return value == null ? Boolean.FALSE : value;
    }

    private static Integer ofColumn(Target target, Object wire) {
        if (wire instanceof Integer id) {
            return id;
        }
        if (wire instanceof Double number) {
            return BigDecimal.valueOf(number).setScale(0, RoundingMode.HALF_UP).intValueExact();
        }
        if (wire instanceof String text) {
            return parse(text);
        }
        if (wire instanceof Map) {
            throw PythonError.of("psycopg2.ProgrammingError", "can't adapt type 'dict'");
        }
        if (wire instanceof List<?> list && list.stream().anyMatch(String.class::isInstance)) {
            return parse((String)
                    list.stream().filter(String.class::isInstance).findFirst().orElseThrow());
        }
        String type = wire instanceof Boolean ? "boolean" : "integer[]";
        throw PythonError.of(
                "psycopg2.errors.DatatypeMismatch",
                "column \"" + target.field().name() + "\" is of type integer but expression is of type " + type
                        + "\nHINT:  You will need to rewrite or cast the expression.\n");
    }

    private static Integer parse(String text) {
        if (!text.strip().matches("[+-]?\\d{1,9}")) {
            throw PythonError.of(
                    "psycopg2.errors.InvalidTextRepresentation",
                    "invalid input syntax for type integer: \"" + text + "\"\n");
        }
        return Integer.valueOf(text.strip());
    }
}
