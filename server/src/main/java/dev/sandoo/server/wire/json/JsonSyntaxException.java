package dev.sandoo.server.wire.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;

/** A document that is no JSON or is beyond the limits. The message says where, and quotes none of it: it may hold a password. */
public final class JsonSyntaxException extends Exception {
    private JsonSyntaxException(String message, Throwable cause) {
        super(message, cause);
    }

    static JsonSyntaxException of(IOException error) {
        return new JsonSyntaxException("Expecting value" + place(error), error);
    }

    private static String place(IOException error) {
        if (!(error instanceof JsonProcessingException parsing) || parsing.getLocation() == null) {
            return "";
        }
        JsonLocation location = parsing.getLocation();
        return ": line %d column %d (char %d)"
                .formatted(location.getLineNr(), location.getColumnNr(), Math.max(0, location.getByteOffset()));
    }
}
