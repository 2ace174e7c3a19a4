package dev.sandoo.server.http;

import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.wire.jsonrpc.JsonRpcAnswer;
import dev.sandoo.server.wire.jsonrpc.JsonRpcEndpoint;
import java.io.IOException;

/** Hands a request to the JSON-RPC edge. */
record JsonRpcHandler(JsonRpcEndpoint endpoint, RequestIds ids) implements HttpHandler {
    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        Origin origin = request.origin(Protocol.JSONRPC, ids.next());
        JsonRpcAnswer answer = endpoint.answer(request.contentType(), request.body(), origin);
        return HttpAnswer.of(answer.status(), answer.contentType(), answer.body());
    }
}
