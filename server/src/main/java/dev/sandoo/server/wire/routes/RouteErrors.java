package dev.sandoo.server.wire.routes;

import dev.sandoo.server.error.HttpError;
import dev.sandoo.server.error.OdooError;

/** The statuses of errors on custom routes. */
final class RouteErrors {
    private RouteErrors() {}

    static int status(OdooError error) {
        if (error instanceof HttpError http) {
            return http.status();
        }
        return switch (error.kind()) {
            case USER, VALIDATION -> 400;
            case DENIED, SESSION_EXPIRED -> 401;
            case ACCESS -> 403;
            case MISSING, NOT_FOUND -> 404;
            case PYTHON, DATABASE -> 500;
            case NOT_EMULATED -> 501;
            case RETRYABLE -> 503;
        };
    }
}
