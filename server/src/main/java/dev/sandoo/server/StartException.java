package dev.sandoo.server;

/** The emulator could not start; the message is one line that says what is wrong and what to do about it. */
public final class StartException extends RuntimeException {
    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
