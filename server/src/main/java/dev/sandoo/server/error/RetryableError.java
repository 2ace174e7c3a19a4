package dev.sandoo.server.error;

import java.util.List;

/** A serialization failure or deadlock: the dispatcher tries the call again, up to five times, as Odoo does. */
public final class RetryableError extends OdooError {
    private final String pythonName;

    public RetryableError(String pythonName, String message, Throwable cause) {
        super(message, List.of(message), cause);
        this.pythonName = pythonName;
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.RETRYABLE;
    }

    @Override
    public String pythonName() {
        return pythonName;
    }
}
