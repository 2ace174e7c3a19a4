package dev.sandoo.server.wire.xmlrpc;

/** The two forms of XML-RPC that Odoo offers side by side; they differ in their faults alone. */
public enum XmlRpcDialect {
    /** {@code /xmlrpc/2}: a fault's code is a number. */
    NUMBERED_FAULTS,
    /** {@code /xmlrpc}: a fault's code is a text, as the oldest clients expect. */
    WORDED_FAULTS
}
