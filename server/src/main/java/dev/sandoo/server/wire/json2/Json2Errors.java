package dev.sandoo.server.wire.json2;

import dev.sandoo.server.error.HttpError;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonTraceback;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an error becomes: a status and a document. Source: wire_json2 error-shape and the error scenarios after it. */
final class Json2Errors {
    private Json2Errors() {}

    static int status(OdooError error) {
        if (error instanceof HttpError http) {
            return http.status();
        }
        return switch (error.kind()) {
            case USER, VALIDATION -> 422;
            case MISSING, NOT_FOUND -> 404;
            case ACCESS, DENIED, SESSION_EXPIRED -> 403;
            case PYTHON, DATABASE, RETRYABLE -> 500;
            case NOT_EMULATED -> 501;
        };
    }

    /** @param place where the error came up, for the traceback */
    static Map<String, Object> document(OdooError error, String place) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", error.pythonName());
        members.put("message", error.text());
        members.put("arguments", error.arguments());
        members.put("context", Map.of());
        members.put("debug", debug(error, place));
        return members;
    }

    private static String debug(OdooError error, String place) {
        return switch (error.kind()) {
            case DENIED -> PythonTraceback.lastLine(error) + "\n";
            case USER,
                    VALIDATION,
                    MISSING,
                    NOT_FOUND,
                    ACCESS,
                    SESSION_EXPIRED,
                    PYTHON,
                    NOT_EMULATED,
                    DATABASE,
                    RETRYABLE -> PythonTraceback.of(error, place);
        };
    }
}
