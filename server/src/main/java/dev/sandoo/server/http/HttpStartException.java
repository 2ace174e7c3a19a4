package dev.sandoo.server.http;

/** The server cannot listen where it was told to; the message is one line that a user can act on. */
public final class HttpStartException extends RuntimeException {
    HttpStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
