package dev.sandoo.server.http;

import java.io.IOException;

/**
 * Up to 14.0 JSON is taken for JSON-RPC on every path, also where none is spoken. Source: wire_xmlrpc content-types,
 * wire_jsonrpc http-route-with-json.
 */
record MediaTypeHandler(HttpHandler json, HttpHandler others) implements HttpHandler {
    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        return request.isJson() ? json.handle(request) : others.handle(request);
    }
}
