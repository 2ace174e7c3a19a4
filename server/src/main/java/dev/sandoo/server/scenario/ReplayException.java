package dev.sandoo.server.scenario;

/** A replay cannot go on; the message says why. */
public final class ReplayException extends RuntimeException {
    ReplayException(String message, Throwable cause) {
        super(message, cause);
    }
}
