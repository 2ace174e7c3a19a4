package dev.sandoo.server.query;

import dev.sandoo.server.error.PythonError;

/** The errors of PostgreSQL that Odoo lets through to clients, for conditions whose fault is plain before they reach the database. */
final class DatabaseRefusal {
    private DatabaseRefusal() {}

    /** A text that is no value of the column's type. */
    static PythonError invalidText(String type, String text) {
        return PythonError.of(
                "psycopg2.errors.InvalidTextRepresentation",
                "invalid input syntax for type " + type + ": \"" + text + "\"\n");
    }

    /** A value whose type the column's type cannot be compared with. */
    static PythonError undefinedOperator(String left, String operator, String right) {
        return PythonError.of(
                "psycopg2.errors.UndefinedFunction",
                "operator does not exist: " + left + " " + operator + " " + right + "\n"
                        + "HINT:  No operator matches the given name and argument types."
                        + " You might need to add explicit type casts.\n");
    }

    /** An operator that went into the statement as it was written. */
    static PythonError syntaxError(String near) {
        return PythonError.of("psycopg2.errors.SyntaxError", "syntax error at or near \"" + near + "\"\n");
    }
}
