package dev.sandoo.server.error;

/** {@code odoo.exceptions.MissingError}: the record does not exist or has been deleted. */
public final class MissingError extends UserError {
    public MissingError(String message) {
        super(message);
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.MISSING;
    }

    @Override
    public String pythonName() {
        return "odoo.exceptions.MissingError";
    }
}
