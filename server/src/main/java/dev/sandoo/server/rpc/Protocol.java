package dev.sandoo.server.rpc;

/** The dialects that calls come in. */
public enum Protocol {
    XMLRPC,
    JSONRPC,
    JSON2,
    WEB,
    HTTP;

    /** Whether arguments are given by name and errors have HTTP statuses of their own. */
    public boolean isNamed() {
        return this == JSON2;
    }
}
