package dev.sandoo.server.http;

import java.io.IOException;

/** Answers the requests of one route. */
@FunctionalInterface
interface HttpHandler {
    /**
     * Answers a request.
     *
     * @throws IOException when the client goes away
     * @throws BodyTooLargeException when the body is over the limit
     */
    HttpAnswer handle(HttpRequest request) throws IOException;
}
