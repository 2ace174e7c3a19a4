package dev.sandoo.server.wire.jsonrpc;

import dev.sandoo.server.error.ErrorKind;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonTraceback;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an error becomes in an answer: the {@code error} member. */
final class JsonRpcError {
    private static final int SESSION_EXPIRED = 100;
    private static final int NOT_FOUND = 404;

    private JsonRpcError() {}

    /**
     * Maps an error.
     *
     * @param place where the error came up, for the traceback
     */
    static Map<String, Object> of(OdooError error, JsonRpcStyle style, String place) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", error.pythonName());
        data.put("message", error.text());
        data.put("arguments", error.arguments());
        data.put("context", Map.of());
        data.put("debug", debug(error, style, place));

        Map<String, Object> members = new LinkedHashMap<>();
        members.put("code", code(error, style));
        members.put("message", message(error));
        if (style.tellsHttpStatus() && error.kind() == ErrorKind.NOT_FOUND) {
            members.put("http_status", NOT_FOUND);
        }
        members.put("data", data);
        return members;
    }

    private static int code(OdooError error, JsonRpcStyle style) {
        return switch (error.kind()) {
            case SESSION_EXPIRED -> SESSION_EXPIRED;
            case NOT_FOUND -> NOT_FOUND;
            case DENIED, USER, VALIDATION, MISSING, ACCESS, PYTHON, NOT_EMULATED, DATABASE, RETRYABLE ->
                style.errorCode();
        };
    }

    private static String message(OdooError error) {
        return switch (error.kind()) {
            case SESSION_EXPIRED -> "Odoo Session Expired";
            case NOT_FOUND -> "404: Not Found";
            case DENIED, USER, VALIDATION, MISSING, ACCESS, PYTHON, NOT_EMULATED, DATABASE, RETRYABLE ->
                "Odoo Server Error";
        };
    }

    private static String debug(OdooError error, JsonRpcStyle style, String place) {
        return switch (error.kind()) {
            case DENIED ->
                style.tracesDenials()
                        ? PythonTraceback.of(error, place)
                        : error.pythonName() + ": " + error.getMessage() + "\n";
            case SESSION_EXPIRED,
                    NOT_FOUND,
                    USER,
                    VALIDATION,
                    MISSING,
                    ACCESS,
                    PYTHON,
                    NOT_EMULATED,
                    DATABASE,
                    RETRYABLE -> PythonTraceback.of(error, place);
        };
    }
}
