package dev.sandoo.server.http;

import java.io.IOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;

/** The server cannot listen where it was told to; the message is one line that a user can act on. */
public final class HttpStartException extends RuntimeException {
    HttpStartException(String message, Throwable cause) {
        super(message, cause);
    }

    static HttpStartException of(HttpSettings settings, IOException error) {
        // Jetty wraps the operating system's reason.
        String reason = error.getCause() instanceof BindException cause ? cause.getMessage() : error.getMessage();
        String place = "port " + settings.port() + " on " + settings.bind();
        String message = reason != null && reason.contains("in use")
                ? place + " is taken by another program"
                : "cannot listen on " + place + ": " + reason;
        return new HttpStartException(message, error);
    }

    static HttpStartException noSuchAddress(HttpSettings settings, UnresolvedAddressException error) {
        return new HttpStartException("cannot listen on " + settings.bind() + ": no such address", error);
    }
}
