package dev.sandoo.server.wire.xmlrpc;

import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.error.PythonTraceback;

/**
 * What an error becomes in an answer.
 *
 * @param code an {@link Integer} on {@code /xmlrpc/2}, a {@link String} on {@code /xmlrpc}
 */
record XmlRpcFault(Object code, String string) {
    private static final int APPLICATION_ERROR = 1;
    private static final int WARNING = 2;
    private static final int ACCESS_DENIED = 3;
    private static final int ACCESS_ERROR = 4;

    /**
     * Maps an error.
     *
     * @param place where the error came up, for the traceback
     */
    static XmlRpcFault of(OdooError error, XmlRpcDialect dialect, String place) {
        return switch (dialect) {
            case NUMBERED_FAULTS -> numbered(error, place);
            case WORDED_FAULTS -> worded(error, place);
        };
    }

    private static XmlRpcFault numbered(OdooError error, String place) {
        return switch (error.kind()) {
            case USER, VALIDATION, MISSING -> new XmlRpcFault(WARNING, error.getMessage());
            case DENIED -> new XmlRpcFault(ACCESS_DENIED, error.getMessage());
            case ACCESS -> new XmlRpcFault(ACCESS_ERROR, error.getMessage());
            case SESSION_EXPIRED, NOT_FOUND, PYTHON, NOT_EMULATED, DATABASE, RETRYABLE ->
                new XmlRpcFault(APPLICATION_ERROR, PythonTraceback.of(error, place));
        };
    }

    private static XmlRpcFault worded(OdooError error, String place) {
        return switch (error.kind()) {
            case USER, VALIDATION -> warning("UserError", error);
            case MISSING -> warning("MissingError", error);
            case ACCESS -> warning("AccessError", error);
            case DENIED -> new XmlRpcFault("AccessDenied", error.getMessage());
            case SESSION_EXPIRED, NOT_FOUND, PYTHON, NOT_EMULATED, DATABASE, RETRYABLE ->
                new XmlRpcFault(error.text(), PythonTraceback.of(error, place));
        };
    }

    private static XmlRpcFault warning(String name, OdooError error) {
        return new XmlRpcFault("warning -- " + name + "\n\n" + error.getMessage(), "");
    }
}
