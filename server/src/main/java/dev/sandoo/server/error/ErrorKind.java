package dev.sandoo.server.error;

/** The kinds of errors that protocols tell apart. */
public enum ErrorKind {
    /** {@code UserError} and {@code RedirectWarning}: the request cannot be carried out as things are. */
    USER,
    /** {@code ValidationError}: a constraint is violated. */
    VALIDATION,
    /** {@code MissingError}: the record does not exist or has been deleted. */
    MISSING,
    /** {@code AccessError}: the caller may not. */
    ACCESS,
    /** {@code AccessDenied}: wrong login, password or key. */
    DENIED,
    /** {@code SessionExpiredException}: no session, or one that has ended. */
    SESSION_EXPIRED,
    /** {@code werkzeug.exceptions.NotFound}: nothing there under that name. */
    NOT_FOUND,
    /** Any other Python exception, such as {@code ValueError}. */
    PYTHON,
    /** A method or feature that Odoo has and Sandoo does not emulate. */
    NOT_EMULATED,
    /** The database would not have it, and no model turned that into a better error. */
    DATABASE,
    /** The transaction met a concurrent one and should be tried again. */
    RETRYABLE
}
