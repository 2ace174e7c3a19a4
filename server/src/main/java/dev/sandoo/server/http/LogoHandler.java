package dev.sandoo.server.http;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.rpc.WebFile;
import dev.sandoo.server.rpc.WebFiles;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The logo of a company, which pages of other sites may show too. Source: wire_http cors-allowed. */
record LogoHandler(WebFiles files, SessionCookie session, FileStyle style, int preflight, RequestIds ids)
        implements HttpHandler {
    private static final int MAIN_COMPANY = 1;

    LogoHandler(OdooVersion version, WebFiles files, SessionCookie session, RequestIds ids) {
        this(files, session, FileStyle.of(version), version.has("http.preflight-empty") ? 204 : 200, ids);
    }

    @Override
    public HttpAnswer handle(HttpRequest request) {
        if (request.method().equals("OPTIONS")) {
            return open(HttpAnswer.of(preflight, "text/html; charset=utf-8", ByteBuffer.allocate(0)))
                    .with("Access-Control-Max-Age", "86400")
                    .with(
                            "Access-Control-Allow-Headers",
                            "Origin, X-Requested-With, Content-Type, Accept, Authorization");
        }
        Visit visit = session.visit(request, request.origin(Protocol.WEB, ids.next()));
        String asked = request.queryValues().getOrDefault("company", "");
        int company = asked.matches("\\d{1,9}") ? Integer.parseInt(asked) : MAIN_COMPANY;
        WebFile logo = files.logo(visit, company).orElseGet(Pictures::logo);
        FileStyle.Request plain =
                new FileStyle.Request(Optional.of("logo.png"), false, false, request.header("If-None-Match"));
        return open(style.answer(logo, logo.content(), plain));
    }

    private static HttpAnswer open(HttpAnswer answer) {
        return answer.with("Access-Control-Allow-Origin", "*").with("Access-Control-Allow-Methods", "GET, POST");
    }
}
