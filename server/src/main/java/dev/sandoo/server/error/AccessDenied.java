package dev.sandoo.server.error;

/** {@code odoo.exceptions.AccessDenied}: nobody we know, or the wrong secret. */
public final class AccessDenied extends OdooError {
    public AccessDenied() {
        this("Access Denied");
    }

    public AccessDenied(String message) {
        super(message);
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.DENIED;
    }

    @Override
    public String pythonName() {
        return "odoo.exceptions.AccessDenied";
    }
}
