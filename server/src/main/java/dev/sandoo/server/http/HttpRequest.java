package dev.sandoo.server.http;

import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Request;

/** What a handler may ask of a request. Serves one thread. */
final class HttpRequest {
    private final Request request;
    private final Map<String, String> pathValues;
    private final BodyReader bodies;

    HttpRequest(Request request, Map<String, String> pathValues, BodyReader bodies) {
        this.request = request;
        this.pathValues = pathValues;
        this.bodies = bodies;
    }

    String method() {
        return request.getMethod();
    }

    /** What stands in the path where the route has {@code {name}}. */
    String pathValue(String name) {
        return pathValues.get(name);
    }

    /** A header's first value. */
    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** Where the request came from, for the log and the record of calls. */
    Origin origin(Protocol protocol, String requestId) {
        return new Origin(
                protocol, Request.getRemoteAddr(request), header("User-Agent").orElse(""), requestId);
    }

    /**
     * The whole body, as sent: no content encoding is undone, as Odoo undoes none. To be called once.
     *
     * @throws BodyTooLargeException when it is over the limit
     */
    byte[] body() throws IOException {
        return bodies.read(request);
    }
}
