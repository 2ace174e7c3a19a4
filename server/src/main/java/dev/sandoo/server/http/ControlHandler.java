package dev.sandoo.server.http;

import dev.sandoo.server.control.ControlAnswer;
import dev.sandoo.server.control.ControlApi;
import dev.sandoo.server.control.ControlCall;
import dev.sandoo.server.control.RawBody;
import dev.sandoo.server.control.Visitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Hands requests to the control interface, once it has let their sender in. */
record ControlHandler(ControlApi api) implements HttpHandler {
    /** What proxies add. Believed in proxy mode or not, such a request's sender is somewhere else. */
    private static final List<String> PROXIES = List.of(
            "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "X-Client-IP", "Via");

    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        String path = request.decodedPath();
        Optional<ControlAnswer> refusal = api.refusal(visitor(request), path);
        if (refusal.isPresent()) {
            return http(refusal.get());
        }
        try {
            RawBody body = new RawBody(request.mediaType(), request.body());
            return http(api.answer(new ControlCall(request.method(), path, request.queryValues(), body)));
        } catch (BodyTooLargeException error) {
            return http(api.tooLarge(path)).with("Connection", "close");
        }
    }

    private static Visitor visitor(HttpRequest request) {
        return new Visitor(
                request.connectedFrom(),
                request.header("Host").orElse(""),
                request.header("Origin"),
                request.header("Sec-Fetch-Site"),
                request.header("Authorization"),
                PROXIES.stream().anyMatch(name -> request.header(name).isPresent()));
    }

    private static HttpAnswer http(ControlAnswer answer) {
        HttpAnswer http = HttpAnswer.of(answer.status(), answer.mediaType(), ByteBuffer.wrap(answer.body()))
                .with("Cache-Control", "no-store")
                .with("X-Content-Type-Options", "nosniff");
        for (var header : answer.headers().entrySet()) {
            http = http.with(header.getKey(), header.getValue());
        }
        return http;
    }
}
