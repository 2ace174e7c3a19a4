package dev.sandoo.server.http;

import dev.sandoo.server.rpc.Origin;
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
record Json2Handler(DatabaseChoice databases, Optional<Json2Sessions> sessions, RequestIds ids, Body body, Work work)
        implements HttpHandler {
    private static final int UNSUPPORTED = 415;
    private static final int FORBIDDEN = 403;

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
        Origin origin = request.origin(Protocol.JSON2, ids.next());
        Optional<String> visited = sessions.flatMap(all -> all.database(request, origin));
        if (visited.isPresent() && databases.differs(request, visited.get())) {
            return ErrorPages.page(FORBIDDEN);
        }
        Optional<String> database = databases.of(request, visited);
        if (database.isEmpty()) {
            return ErrorPages.noDatabase();
        }
        if (body == Body.JSON && request.hasBody() && !request.isPlainJson()) {
            return ErrorPages.page(UNSUPPORTED).with("Accept", "application/json");
        }
        Json2Request call = new Json2Request(
                database.get(), request.path(), request.header("Authorization"), visitor(request, origin), origin);
        return answer(work.answer(call, request));
    }

    /** Looked for only where there is no key. */
    private Optional<Json2Request.Visitor> visitor(HttpRequest request, Origin origin) {
        if (Json2Request.showsKey(request.header("Authorization"))) {
            return Optional.empty();
        }
        return sessions.flatMap(all -> all.credential(request, origin))
                .map(session -> new Json2Request.Visitor(session, Json2Sessions.isNavigation(request)));
    }

    private static HttpAnswer answer(Json2Answer answer) {
        HttpAnswer plain = HttpAnswer.of(answer.status(), Json2Answer.CONTENT_TYPE, answer.body());
        if (answer.wantsKey()) {
            return plain.with("WWW-Authenticate", "Bearer ");
        }
        return answer.isResult() ? plain.with("X-Content-Type-Options", "nosniff") : plain;
    }
}
