package dev.sandoo.client;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Odoo refused a call. {@link #getMessage()} is what a user may be shown: Odoo's text, or the last line of a traceback.
 */
public final class OdooFault extends RuntimeException {
    /** What sort of refusal it is. */
    public enum Kind {
        /** The login, password or API key is wrong. */
        ACCESS_DENIED,
        /** The caller is known but may not do this. */
        ACCESS_ERROR,
        /** The request cannot be carried out as things are: a constraint, a missing record, an unknown model. */
        WARNING,
        /** Anything else that failed on the server, with a traceback: a bad argument, an unknown method or field. */
        APPLICATION_ERROR
    }

    private static final String TRACEBACK = "Traceback (most recent call last)";

    /** The line of a traceback that names the exception: it starts at the margin, and its text may go on below. */
    private static final Pattern EXCEPTION = Pattern.compile("(?m)^[A-Za-z_][\\w.]*(?::|$)");

    private final Kind kind;
    private final String traceback;

    private OdooFault(Kind kind, String message, String traceback) {
        super(message);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.traceback = traceback;
    }

    /** The refusal of a login. */
    static OdooFault denied(String message) {
        return new OdooFault(Kind.ACCESS_DENIED, message, null);
    }

    /**
     * A fault as it comes over XML-RPC.
     *
     * @param code the number that {@code /xmlrpc/2} gives: 2 warning, 3 access denied, 4 access error, anything else an
     *     application error
     */
    public static OdooFault of(int code, String text) {
        Kind kind = switch (code) {
            case 2 -> Kind.WARNING;
            case 3 -> Kind.ACCESS_DENIED;
            case 4 -> Kind.ACCESS_ERROR;
            default -> Kind.APPLICATION_ERROR;
        };
        boolean traced = text.contains(TRACEBACK);
        return new OdooFault(kind, traced ? lastLine(text) : text, traced ? text : null);
    }

    /** What sort of refusal it is. */
    public Kind kind() {
        return kind;
    }

    /** The server's traceback, which {@link Kind#APPLICATION_ERROR} has: for logs. */
    public Optional<String> traceback() {
        return Optional.ofNullable(traceback);
    }

    private static String lastLine(String text) {
        Matcher matcher = EXCEPTION.matcher(text.strip());
        int start = 0;
        while (matcher.find()) {
            start = matcher.start();
        }
        return text.strip().substring(start);
    }
}
