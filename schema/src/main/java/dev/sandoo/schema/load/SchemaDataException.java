package dev.sandoo.schema.load;

/** The schema data cannot be read, or says something it may not; the message names the file and the place in it. */
public final class SchemaDataException extends RuntimeException {
    SchemaDataException(String where, String what) {
        super(where + ": " + what);
    }

    SchemaDataException(String where, Throwable cause) {
        super(where + ": " + cause.getMessage(), cause);
    }
}
