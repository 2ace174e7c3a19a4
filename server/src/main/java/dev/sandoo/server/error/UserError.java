package dev.sandoo.server.error;

import java.util.List;

/** {@code odoo.exceptions.UserError} and the errors Odoo derives from it, save {@link AccessError}. */
public non-sealed class UserError extends OdooError {
    public UserError(String message) {
        super(message);
    }

    UserError(String message, Throwable cause) {
        super(message, List.of(message), cause);
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.USER;
    }

    @Override
    public String pythonName() {
        return "odoo.exceptions.UserError";
    }
}
