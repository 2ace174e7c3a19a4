package dev.sandoo.server.http;

import dev.sandoo.server.http.Json2Handler.Body;
import dev.sandoo.server.http.Json2Handler.Work;
import dev.sandoo.server.wire.json2.Json2Endpoint;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The paths of JSON-2 and of the documents that clients of it read. */
final class Json2Routes {
    private static final Set<String> CALLS = Set.of("POST", "OPTIONS");
    private static final Set<String> DOCUMENTS = Set.of("GET", "HEAD", "POST", "OPTIONS");
    private static final String SUFFIX = ".json";

    private final Json2Endpoint endpoint;
    private final DatabaseChoice databases;
    private final Optional<Json2Sessions> sessions;
    private final HttpHandler page;
    private final RequestIds ids = new RequestIds(Instant.now());

    /** @param page what a browser sees of the documents */
    Json2Routes(Json2Endpoint endpoint, DatabaseChoice databases, Optional<Json2Sessions> sessions, HttpHandler page) {
        this.endpoint = endpoint;
        this.databases = databases;
        this.sessions = sessions;
        this.page = page;
    }

    List<Route> table() {
        HttpHandler misdirected = handler(Body.JSON, (request, http) -> endpoint.misdirected(request));
        return List.of(
                Route.of(
                        CALLS,
                        "/json/2/{model}/{method}",
                        handler(
                                Body.JSON,
                                (request, http) -> endpoint.call(
                                        request, http.pathValue("model"), http.pathValue("method"), http.body()))),
                Route.of(Routes.ANY, "/json/2", misdirected),
                Route.of(Routes.ANY, "/json/2/**", misdirected),
                Route.of(DOCUMENTS, "/doc-bearer/{document}", this::document),
                Route.of(DOCUMENTS, "/doc/{document}", this::documentForSession));
    }

    /** The same for people who are logged in; whatever does not end so is the page that browsers see. */
    private HttpAnswer documentForSession(HttpRequest http) throws IOException {
        String document = http.pathValue("document");
        if (!document.endsWith(SUFFIX)) {
            return page.handle(http);
        }
        String model = document.substring(0, document.length() - SUFFIX.length());
        Work work = (request, sent) ->
                model.equals("index") ? endpoint.indexForSession(request) : endpoint.documentForSession(request, model);
        return new DocumentHandler(handler(Body.ANY, work)).handle(http);
    }

    /** {@code index.json}, or a model's name with the same ending. */
    private HttpAnswer document(HttpRequest http) throws IOException {
        String document = http.pathValue("document");
        if (!document.endsWith(SUFFIX)) {
            return ErrorPages.notFound();
        }
        String model = document.substring(0, document.length() - SUFFIX.length());
        Work work =
                (request, sent) -> model.equals("index") ? endpoint.index(request) : endpoint.document(request, model);
        return new DocumentHandler(handler(Body.ANY, work)).handle(http);
    }

    private HttpHandler handler(Body body, Work work) {
        return new Json2Handler(databases, sessions, ids, body, work);
    }
}
