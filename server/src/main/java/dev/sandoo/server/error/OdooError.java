package dev.sandoo.server.error;

import java.util.List;

/**
 * An error that a client of Odoo would see. {@link #getMessage()} is the text without the exception's name;
 * {@link #arguments()} is Python's {@code exception.args} as wire values.
 */
public abstract sealed class OdooError extends RuntimeException
        permits UserError,
                AccessError,
                AccessDenied,
                SessionExpired,
                PythonError,
                HttpError,
                RetryableError,
                DatabaseError {

    private final transient List<Object> arguments;

    OdooError(String message, List<Object> arguments, Throwable cause) {
        super(message, cause);
        this.arguments = List.copyOf(arguments);
    }

    OdooError(String message) {
        this(message, List.of(message), null);
    }

    /** What sort of error it is; each protocol maps this to its own codes. */
    public abstract ErrorKind kind();

    /** The exception's full Python name, such as {@code odoo.exceptions.UserError} or {@code builtins.ValueError}. */
    public abstract String pythonName();

    /** The exception's arguments as wire values. */
    public List<Object> arguments() {
        return arguments;
    }

    /**
     * The text that JSON has for the error: the exception's one argument if it has one (a {@code KeyError}'s message quotes its
     * key, its argument does not), else the message.
     */
    public String text() {
        return arguments().size() == 1 && arguments().get(0) instanceof String text ? text : getMessage();
    }
}
