package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;

/** The {@code db} parameter of a service's method. */
final class DatabaseName {
    private DatabaseName() {}

    /**
     * The text that it must be; whether there is such a database is not asked here.
     *
     * @throws PythonError what the version says to anything else
     */
    static String of(Object value, OdooVersion version) {
        if (version.has("rpc.database-required") && !PythonValue.isTrue(value)) {
            throw PythonError.of("AssertionError", "Missing database name");
        }
        if (value instanceof String name) {
            return name;
        }
        throw PythonValue.isUnhashable(value) ? PythonValue.unhashable(value) : PythonValue.lacksStartswith(value);
    }
}
