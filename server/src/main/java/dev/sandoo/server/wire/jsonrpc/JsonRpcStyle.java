package dev.sandoo.server.wire.jsonrpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.ErrorKind;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.wire.json.JsonFormat;

/**
 * How an Odoo version answers JSON-RPC.
 *
 * @param contentType of answers
 * @param format how JSON is written
 * @param errorCode the {@code code} of every error of the server
 * @param tracesDenials whether a denied access shows a traceback
 * @param checksMediaType whether a request that is no JSON is answered with 415 (else it lacks a form's token: 400), and JSON
 *     that is no object with 400 (else 500)
 * @param refusesBeforeReading whether requests without a session or a place to go are refused before their id is read
 * @param tellsHttpStatus whether an error that has a status of HTTP names it
 */
record JsonRpcStyle(
        String contentType,
        JsonFormat format,
        int errorCode,
        boolean tracesDenials,
        boolean checksMediaType,
        boolean refusesBeforeReading,
        boolean tellsHttpStatus) {
    private static final String DENIALS_UNTRACED = "jsonrpc.denials-untraced";
    private static final String MEDIA_TYPE_CHECKED = "jsonrpc.media-type-checked";
    private static final String CONTENT_TYPE = "jsonrpc.content-type";
    private static final String ERROR_CODE = "jsonrpc.error-code";

    private static final String HTTP_STATUS_TOLD = "jsonrpc.http-status-told";
    private static final String REFUSED_UNREAD = "jsonrpc.refused-unread";

    /** Whether the error came up before the request was read, so that the answer has no id. */
    boolean refusesEarly(OdooError error) {
        return refusesBeforeReading
                && (error.kind() == ErrorKind.SESSION_EXPIRED || error.kind() == ErrorKind.NOT_FOUND);
    }

    static JsonRpcStyle of(OdooVersion version) {
        return new JsonRpcStyle(
                version.message(CONTENT_TYPE),
                JsonFormat.of(version),
                Integer.parseInt(version.message(ERROR_CODE)),
                !version.has(DENIALS_UNTRACED),
                version.has(MEDIA_TYPE_CHECKED),
                version.has(REFUSED_UNREAD),
                version.has(HTTP_STATUS_TOLD));
    }
}
