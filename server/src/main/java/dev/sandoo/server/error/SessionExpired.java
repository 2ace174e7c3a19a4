package dev.sandoo.server.error;

/** {@code odoo.http.SessionExpiredException}: the request has no session that is logged in, or has it no longer. */
public final class SessionExpired extends OdooError {
    public SessionExpired() {
        super("Session expired");
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.SESSION_EXPIRED;
    }

    @Override
    public String pythonName() {
        return "odoo.http.SessionExpiredException";
    }
}
