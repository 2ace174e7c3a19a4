package dev.sandoo.server.http;

import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.wire.jsonrpc.JsonRpcAnswer;
import dev.sandoo.server.wire.jsonrpc.JsonRpcEndpoint;
import dev.sandoo.server.wire.webclient.WebMethod;
import java.io.IOException;
import java.util.Map;

/** Hands a request of the web client to its method, and the session's cookie back to the client. */
record WebMethodHandler(JsonRpcEndpoint endpoint, WebMethod method, SessionCookie cookie, RequestIds ids)
        implements HttpHandler {
    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        Origin origin = request.origin(Protocol.WEB, ids.next());
        Visit visit = cookie.visit(request, origin);
        JsonRpcAnswer answer = endpoint.answer(
                request.contentType(),
                request.body(),
                origin,
                (params, sameOrigin) -> method.call(named(params), visit));
        return cookie.set(HttpAnswer.of(answer.status(), answer.contentType(), answer.body()), visit, request);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Object params) {
        if (params instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw PythonError.typeError("'" + PythonRepr.typeName(params) + "' object is not a mapping");
    }
}
