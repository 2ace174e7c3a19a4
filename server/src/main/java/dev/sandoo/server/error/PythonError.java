package dev.sandoo.server.error;

import java.util.List;
import java.util.Objects;

/** Any other exception that Odoo's Python raises, such as {@code ValueError}, by name. */
public final class PythonError extends OdooError {
    private final String type;
    private final ErrorKind kind;

    private PythonError(String type, String message, List<Object> arguments, ErrorKind kind) {
        super(message, arguments, null);
        this.type = Objects.requireNonNull(type, "type");
        this.kind = kind;
    }

    /** An exception of a builtin type ({@code ValueError}) or of a module ({@code psycopg2.errors.UniqueViolation}). */
    public static PythonError of(String type, String message) {
        return new PythonError(type, message, List.of(message), ErrorKind.PYTHON);
    }

    /** The same with arguments that differ from the message, as {@code KeyError('x')} has. */
    public static PythonError of(String type, String message, List<Object> arguments) {
        return new PythonError(type, message, arguments, ErrorKind.PYTHON);
    }

    public static PythonError valueError(String message) {
        return of("ValueError", message);
    }

    public static PythonError typeError(String message) {
        return of("TypeError", message);
    }

    public static PythonError attributeError(String message) {
        return of("AttributeError", message);
    }

    /** {@code KeyError}: its text is the key's {@code repr}. */
    public static PythonError keyError(String key) {
        return of("KeyError", "'" + key + "'", List.of(key));
    }

    /** What is not there under the name that a web request gives. */
    public static PythonError notFound() {
        return new PythonError(
                "werkzeug.exceptions.NotFound",
                "404 Not Found: The requested URL was not found on the server. If you entered the URL manually please check"
                        + " your spelling and try again.",
                List.of(),
                ErrorKind.NOT_FOUND);
    }

    /** A public method of Odoo that Sandoo does not emulate; the text says how to stub it. */
    public static PythonError notEmulated(String message) {
        return new PythonError("NotImplementedError", message, List.of(message), ErrorKind.NOT_EMULATED);
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    /** The name as a traceback's last line gives it: {@code ValueError}, not {@code builtins.ValueError}. */
    public String type() {
        return type;
    }

    @Override
    public String pythonName() {
        return type.indexOf('.') < 0 ? "builtins." + type : type;
    }
}
