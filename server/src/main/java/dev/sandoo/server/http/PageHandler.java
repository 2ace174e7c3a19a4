package dev.sandoo.server.http;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.rpc.Origin;
import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.web.Page;
import dev.sandoo.server.web.PageAnswer;
import dev.sandoo.server.web.PageRequest;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Hands a browser's request to a page, and what the page answers to the browser, with the headers that guard it. */
record PageHandler(Page page, SessionCookie session, PageHeaders headers, RequestIds ids) implements HttpHandler {
    private static final String DEVICE = "td_id";

    PageHandler(OdooVersion version, Page page, SessionCookie session, RequestIds ids) {
        this(page, session, PageHeaders.of(version), ids);
    }

    @Override
    public HttpAnswer handle(HttpRequest request) throws IOException {
        Origin origin = request.origin(Protocol.WEB, ids.next());
        Visit visit = session.visit(request, origin);
        MultipartForm form = request.parts();
        PageAnswer page = this.page.answer(new PageRequest(
                request.method(),
                request.path(),
                request.query(),
                request.queryValues(),
                form.fields(),
                form.files(),
                request.host(),
                request.pathValues(),
                request.cookie(DEVICE).orElse(""),
                visit));
        HttpAnswer answer =
                headers.guard(HttpAnswer.of(page.status(), page.contentType(), ByteBuffer.wrap(page.body())), page);
        if (page.fileName().isPresent()) {
            answer = answer.with(
                    "Content-Disposition",
                    FileStyle.disposition(true, page.fileName().get()));
        }
        for (PageAnswer.Cookie cookie : page.cookies()) {
            answer = answer.with("Set-Cookie", session.text(cookie.name(), cookie.value(), cookie.life(), request));
        }
        return page.privacy() == PageAnswer.Privacy.PUBLIC ? answer : session.set(answer, visit, request);
    }
}
