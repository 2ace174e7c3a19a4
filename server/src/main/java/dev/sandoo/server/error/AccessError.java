package dev.sandoo.server.error;

/** {@code odoo.exceptions.AccessError}: the caller is known but may not. */
public final class AccessError extends OdooError {
    public AccessError(String message) {
        super(message);
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.ACCESS;
    }

    @Override
    public String pythonName() {
        return "odoo.exceptions.AccessError";
    }
}
