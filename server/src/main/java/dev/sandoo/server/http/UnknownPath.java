package dev.sandoo.server.http;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.rpc.WebFiles;
import dev.sandoo.server.wire.jsonrpc.JsonRpcAnswer;
import dev.sandoo.server.wire.jsonrpc.JsonRpcEndpoint;
import java.io.IOException;
import java.util.Optional;

/** What no route answers: a public attachment that is to be served at this path, else nothing. */
record UnknownPath(WebFiles files, SessionCookie session, Optional<JsonRpcEndpoint> json, RequestIds ids)
        implements HttpHandler {
    UnknownPath(OdooVersion version, WebFiles files, SessionCookie session, RequestIds ids) {
        this(
                files,
                session,
                version.has("http.media-type-decides")
                        ? Optional.of(new JsonRpcEndpoint(version, "http", UnknownPath::refuse))
                        : Optional.empty(),
                ids);
    }

    /** Up to 14.0 JSON is answered by JSON. Source: wire_http not-found, auth_web http-error-json. */
    private static Object refuse(Object params, Origin origin) {
        throw PythonError.notFound();
    }

    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        if (json.isPresent() && request.isJson()) {
            JsonRpcAnswer answer =
                    json.get().answer(request.contentType(), request.body(), request.origin(Protocol.WEB, ids.next()));
            return HttpAnswer.of(answer.status() == 200 ? 404 : answer.status(), answer.contentType(), answer.body());
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
