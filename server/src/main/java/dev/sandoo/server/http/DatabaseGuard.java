package dev.sandoo.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Turns away requests whose header names a database that is not there, as later versions do. Source: wire_http database-choice. */
record DatabaseGuard(DatabaseChoice databases, HttpHandler handler) implements HttpHandler {
    private static final String LOGIN = "/web/login";

    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        if (!databases.isMissing(request)) {
            return handler.handle(request);
        }
        return request.path().equals(LOGIN)
                ? HttpAnswer.of(302, "text/html; charset=utf-8", ByteBuffer.allocate(0))
                        .with("Location", LOGIN)
                : ErrorPages.noDatabase();
    }
}
