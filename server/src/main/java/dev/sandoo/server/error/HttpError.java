package dev.sandoo.server.error;

import java.util.List;

/** An exception that Odoo's web framework raises where it has a status in mind, such as {@code NotFound}. */
public final class HttpError extends OdooError {
    private static final String MODULE = "werkzeug.exceptions.";

    private final String type;
    private final int status;

    private HttpError(String type, int status, String message) {
        super(message, List.of(message, status), null);
        this.type = type;
        this.status = status;
    }

    /** The request cannot be read: 400. */
    public static HttpError badRequest(String message) {
        return new HttpError("BadRequest", 400, message);
    }

    /** Nobody proved who they are: 401. */
    public static HttpError unauthorized(String message) {
        return new HttpError("Unauthorized", 401, message);
    }

    /** There is no such thing: 404. */
    public static HttpError notFound(String message) {
        return new HttpError("NotFound", 404, message);
    }

    /** The request can be read and makes no sense: 422. */
    public static HttpError unprocessable(String message) {
        return new HttpError("UnprocessableEntity", 422, message);
    }

    /** The status that an answer over HTTP has. */
    public int status() {
        return status;
    }

    @Override
    public ErrorKind kind() {
        return ErrorKind.PYTHON;
    }

    @Override
    public String pythonName() {
        return MODULE + type;
    }
}
