package dev.sandoo.server.http;

import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.wire.xmlrpc.XmlRpcDialect;
import dev.sandoo.server.wire.xmlrpc.XmlRpcEndpoint;
import java.io.IOException;

/** Hands a request to the XML-RPC edge; the path names the service. */
record XmlRpcHandler(XmlRpcEndpoint endpoint, XmlRpcDialect dialect, RequestIds ids) implements HttpHandler {
    private static final byte[] NOTHING = {};

    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        Origin origin = request.origin(Protocol.XMLRPC, ids.next());
        // A form is read before anyone asks for its bytes: XML sent as one is lost. Source: wire_xmlrpc content-types.
        byte[] body = request.isForm() ? NOTHING : request.body();
        return HttpAnswer.of(
                200, XmlRpcEndpoint.CONTENT_TYPE, endpoint.answer(dialect, request.pathValue("service"), body, origin));
    }
}
