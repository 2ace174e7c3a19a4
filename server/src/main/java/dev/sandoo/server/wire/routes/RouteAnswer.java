package dev.sandoo.server.wire.routes;

import java.nio.ByteBuffer;

/** What a custom route answers: a JSON document. */
public record RouteAnswer(int status, ByteBuffer body) {
    public static final String CONTENT_TYPE = "application/json; charset=utf-8";
}
