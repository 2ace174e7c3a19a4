package dev.sandoo.server.http;

import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.wire.json2.Json2Answer;
import dev.sandoo.server.wire.json2.Json2Request;
import java.io.IOException;
import java.util.Optional;

/**
 * Hands a request to the JSON-2 edge, once it has found its database and proved to be JSON.
 *
 * @param body which bodies are taken: what is called may want JSON and nothing else
 */
record Json2Handler(DatabaseChoice databases, RequestIds ids, Body body, Work work) implements HttpHandler {
    private static final int UNSUPPORTED = 415;

    /** What the body may be. */
    enum Body {
        JSON,
        ANY
    }

    /** What the edge does with a request. */
    @FunctionalInterface
    interface Work {
        Json2Answer answer(Json2Request request, HttpRequest http) throws IOException;
    }

    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        Optional<String> database = databases.of(request);
        if (database.isEmpty()) {
            return ErrorPages.noDatabase();
        }
        if (body == Body.JSON && request.hasBody() && !request.isPlainJson()) {
            return ErrorPages.page(UNSUPPORTED).with("Accept", "application/json");
        }
        Json2Request call = new Json2Request(
                database.get(),
                request.path(),
                request.header("Authorization"),
                request.origin(Protocol.JSON2, ids.next()));
        return answer(work.answer(call, request));
    }

    private static HttpAnswer answer(Json2Answer answer) {
        HttpAnswer plain = HttpAnswer.of(answer.status(), Json2Answer.CONTENT_TYPE, answer.body());
        if (answer.wantsKey()) {
            return plain.with("WWW-Authenticate", "Bearer ");
        }
        return answer.isResult() ? plain.with("X-Content-Type-Options", "nosniff") : plain;
    }
}
