package dev.sandoo.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Turns away requests whose host is not to see any database, and those whose header names one that is not there. Source:
 * wire_http database-choice, and a 19.0 with a filter.
 *
 * @param named whether the header counts, as in later versions
 */
record DatabaseGuard(DatabaseChoice databases, boolean named, HttpHandler handler) implements HttpHandler {
    private static final String LOGIN = "/web/login";
    private static final String SELECTOR = "/web/database/selector";

    /** What serves those without a database too. */
    private static boolean isOpen(String path) {
        return path.equals("/web/session/authenticate") || path.startsWith("/web/database/");
    }

    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        if (databases.isNone(request) && !isOpen(request.path())) {
            return request.header("Content-Type").isEmpty()
                    ? HttpAnswer.of(303, "text/html; charset=utf-8", ByteBuffer.allocate(0))
                            .with("Location", SELECTOR)
                    : ErrorPages.noDatabase();
        }
        if (!named || !databases.isMissing(request)) {
            return handler.handle(request);
        }
        return request.path().equals(LOGIN)
                ? HttpAnswer.of(302, "text/html; charset=utf-8", ByteBuffer.allocate(0))
                        .with("Location", LOGIN)
                : ErrorPages.noDatabase();
    }
}
