package dev.sandoo.server.http;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.rpc.WebFiles;
import java.util.Optional;

/** What no route answers: a public attachment that is to be served at this path, else nothing. */
record UnknownPath(WebFiles files, SessionCookie session, boolean jsonInKind, RequestIds ids) implements HttpHandler {
    /** Up to 14.0 JSON is answered by JSON. Source: wire_http not-found. */
    private static final String NOT_FOUND_JSON =
            "{\"jsonrpc\": \"2.0\", \"id\": null, \"error\": {\"code\": 404, \"message\":"
                    + " \"404: Not Found\", \"data\": {\"name\": \"werkzeug.exceptions.NotFound\", \"debug\": \"\", \"message\":"
                    + " \"404 Not Found: There is no such page.\", \"arguments\": [], \"context\": {}}}}";

    UnknownPath(OdooVersion version, WebFiles files, SessionCookie session, RequestIds ids) {
        this(files, session, version.has("http.media-type-decides"), ids);
    }

    @Override
    public HttpAnswer handle(HttpRequest request) {
        if (jsonInKind && request.isJson()) {
            return HttpAnswer.text(404, "application/json", NOT_FOUND_JSON);
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return ErrorPages.notFound();
        }
        Visit visit = session.visit(request, request.origin(Protocol.WEB, ids.next()));
        FileStyle.Request asked =
                new FileStyle.Request(Optional.empty(), false, false, request.header("If-None-Match"));
        return files.at(visit, request.path())
                .map(file -> new FileStyle(false).answer(file, file.content(), asked))
                .orElseGet(ErrorPages::notFound);
    }
}
