package dev.sandoo.server.wire.jsonrpc;

import java.nio.ByteBuffer;

/** What goes back: mostly JSON with status 200, also for errors; a short page for what is no JSON-RPC at all. */
public record JsonRpcAnswer(int status, String contentType, ByteBuffer body) {}
