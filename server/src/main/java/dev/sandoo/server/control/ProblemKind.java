package dev.sandoo.server.control;

import java.net.URI;
import java.util.Locale;

/** Every way in which the control interface says no: its status and its title. The type's last part is the constant's name. */
public enum ProblemKind {
    MALFORMED_BODY(400, "The body cannot be read"),
    TOKEN_REQUIRED(401, "The control token is missing or wrong"),
    LOOPBACK_ONLY(403, "The control interface is for programs on this machine"),
    NOT_FOUND(404, "There is no such path"),
    UNKNOWN_DATABASE(404, "There is no such database"),
    UNKNOWN_SNAPSHOT(404, "There is no such snapshot"),
    METHOD_NOT_ALLOWED(405, "The path does not know the method"),
    NAME_TAKEN(409, "The name is taken"),
    BUSY(409, "Something else is being done with it"),
    NOT_VERIFIED(409, "The calls are not what they should be"),
    BODY_TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's media type is not taken"),
    INVALID(422, "The body holds something that cannot be"),
    INVALID_SEEDS(422, "The seeds cannot be written"),
    REFUSED(422, "It cannot be done"),
    INTERNAL_ERROR(500, "A fault of Sandoo"),
    UNAVAILABLE(503, "PostgreSQL does not answer");

    /** Types are names, not addresses: nothing is to be fetched there. */
    private static final String TYPE_PREFIX = "tag:sandoo.dev,2026:";

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** What programs tell kinds apart by, such as {@code tag:sandoo.dev,2026:name-taken}. */
    public URI type() {
        return URI.create(TYPE_PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
