package dev.sandoo.server.db;

/**
 * The PostgreSQL server cannot be used: it does not start, cannot be reached, lets us not in or lacks a right. The
 * message is one plain line for whoever started Sandoo and holds no secret.
 */
public final class StorageException extends RuntimeException {
    public StorageException(String message) {
        super(message);
    }

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
