package dev.sandoo.server.wire.json2;

import java.nio.ByteBuffer;

/** A JSON document and its HTTP status. */
public record Json2Answer(int status, ByteBuffer body) {
    public static final String CONTENT_TYPE = "application/json; charset=utf-8";

    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    /** Whether it is what was asked for. */
    public boolean isResult() {
        return status == OK;
    }

    /** Whether the client has to show a key. */
    public boolean wantsKey() {
        return status == UNAUTHORIZED;
    }
}
