package dev.sandoo.server.junit5;

/** Sandoo cannot do what a test asks of it; the message says why. */
public final class SandooException extends RuntimeException {
    SandooException(String message) {
        super(message);
    }
}
