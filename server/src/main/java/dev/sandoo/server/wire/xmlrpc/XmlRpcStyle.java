package dev.sandoo.server.wire.xmlrpc;

import dev.sandoo.schema.OdooVersion;

/**
 * How an Odoo version reads and writes XML-RPC.
 *
 * @param readsDateTimes whether {@code dateTime.iso8601} is read as a time (and refused if it is none) and written as text
 * @param dropsControlCharacters whether characters that XML cannot hold are left out of answers; older versions send them,
 *     and no client can read that
 * @param prolog the start of every answer
 * @param end the end of every answer
 */
record XmlRpcStyle(boolean readsDateTimes, boolean dropsControlCharacters, String prolog, String end) {
    private static final String READS_DATETIMES = "xmlrpc.datetimes-read";
    private static final String DROPS_CONTROL_CHARACTERS = "xmlrpc.control-characters-dropped";
    private static final String SPACED_ENVELOPE = "xmlrpc.envelope-spaced";

    static XmlRpcStyle of(OdooVersion version) {
        boolean spaced = version.has(SPACED_ENVELOPE);
        return new XmlRpcStyle(
                version.has(READS_DATETIMES),
                version.has(DROPS_CONTROL_CHARACTERS),
                spaced ? "<?xml version=\"1.0\"?>\n<methodResponse>\n" : "<?xml version='1.0'?>\n<methodResponse>\n",
                spaced ? "\n</methodResponse>\n" : "</methodResponse>\n");
    }
}
