package dev.sandoo.server.wire.xmlrpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.wire.Escapes;
import dev.sandoo.server.wire.PythonBytes;

/**
 * How an Odoo version reads and writes XML-RPC.
 *
 * @param readsDateTimes whether {@code dateTime.iso8601} is read as a time (and refused if it is none) and written as text
 * @param escapes the three characters that Python's {@code xmlrpc.client} escapes; whether characters that XML cannot hold are
 *     left out depends on the version: older ones send them, and no client can read that
 * @param bytes how bytes become text
 * @param prolog the start of every answer
 * @param end the end of every answer
 */
record XmlRpcStyle(boolean readsDateTimes, Escapes escapes, PythonBytes bytes, String prolog, String end) {
    private static final String READS_DATETIMES = "xmlrpc.datetimes-read";
    private static final String DROPS_CONTROL_CHARACTERS = "xmlrpc.control-characters-dropped";
    private static final String SPACED_ENVELOPE = "xmlrpc.envelope-spaced";

    private static final Escapes MARKUP =
            Escapes.none().with('&', "&amp;").with('<', "&lt;").with('>', "&gt;");

    static XmlRpcStyle of(OdooVersion version) {
        boolean spaced = version.has(SPACED_ENVELOPE);
        return new XmlRpcStyle(
                version.has(READS_DATETIMES),
                version.has(DROPS_CONTROL_CHARACTERS) ? withoutControlCharacters(MARKUP) : MARKUP,
                PythonBytes.of(version),
                spaced ? "<?xml version=\"1.0\"?>\n<methodResponse>\n" : "<?xml version='1.0'?>\n<methodResponse>\n",
                spaced ? "\n</methodResponse>\n" : "</methodResponse>\n");
    }

    private static Escapes withoutControlCharacters(Escapes escapes) {
        Escapes more = escapes;
        for (char c = 0; c < ' '; c++) {
            more = c == '\t' || c == '\n' || c == '\r' ? more : more.with(c, "");
        }
        return more;
    }
}
