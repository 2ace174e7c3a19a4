package dev.sandoo.server.error;

/** {@code odoo.exceptions.ValidationError}: a constraint is violated. */
public final class ValidationError extends UserError {
    public ValidationError(String message) {
        super(message);
    }

    public ValidationError(String message, Throwable cause) {
        super(message, cause);
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.VALIDATION;
    }

    @Override
    public String pythonName() {
        return "odoo.exceptions.ValidationError";
    }
}
