package dev.sandoo.server.query;

import dev.sandoo.server.domain.Truth;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.sql.SqlFragment;
import java.util.Collection;
import java.util.Map;

/** How a version puts limit and offset into a statement. Source: recorded answers, limit-odd and offset-odd of orm_search. */
enum Window {
    /** As a bound value: PostgreSQL makes of it what it can. */
    BOUND {
        @Override
        SqlFragment number(String keyword, Object wire) {
            if (wire instanceof Map) {
                throw PythonError.of("psycopg2.ProgrammingError", "can't adapt type 'dict'");
            }
            if (wire instanceof Boolean || wire instanceof Collection) {
                throw PythonError.of(
                        "psycopg2.errors.DatatypeMismatch",
                        "argument of " + keyword + " must be type bigint, not type "
                                + (wire instanceof Boolean ? "boolean" : "integer[]") + "\n");
            }
            if (wire instanceof String) {
                return SqlFragment.of("CAST(? AS int8)", wire);
            }
            Number number = (Number) wire;
            boolean whole = number.doubleValue() == number.longValue();
            return SqlFragment.of("?", whole ? number.longValue() : Math.round(number.doubleValue()));
        }
    },

    /** As digits that Python writes: fractions are cut off, True is 1, texts are refused. */
    FORMATTED {
        @Override
        SqlFragment number(String keyword, Object wire) {
            if (wire instanceof Boolean) {
                return SqlFragment.of("?", 1L);
            }
            if (wire instanceof Number number) {
                return SqlFragment.of("?", number.longValue());
            }
            throw PythonError.typeError("%d format: a number is required, not " + PythonRepr.typeName(wire));
        }
    };

    /** What stands behind LIMIT or OFFSET; nothing for whatever Python takes for false. */
    SqlFragment rows(String keyword, Object wire) {
        return Truth.of(wire) ? number(keyword, wire) : SqlFragment.EMPTY;
    }

    abstract SqlFragment number(String keyword, Object wire);
}
