package dev.sandoo.server.rpc;

/** The dialects that calls come in. */
public enum Protocol {
    XMLRPC,
    JSONRPC,
    JSON2,
    WEB,
    HTTP
}
