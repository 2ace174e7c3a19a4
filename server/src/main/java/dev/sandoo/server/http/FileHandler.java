package dev.sandoo.server.http;

import dev.sandoo.server.rpc.Protocol;
import dev.sandoo.server.rpc.Visit;
import dev.sandoo.server.rpc.WebFile;
import dev.sandoo.server.rpc.WebFiles;
import java.util.List;
import java.util.Optional;

/** Hands out binary fields as files: {@code /web/content} as they are, {@code /web/image} within a frame. */
record FileHandler(Kind kind, WebFiles files, SessionCookie session, FileStyle style, RequestIds ids)
        implements HttpHandler {
    private static final int LEADING = 2;

    private static final String FIELD = "datas";

    /** What the path is for. */
    enum Kind {
        /** The file itself, or nothing. */
        CONTENT,
        /** A picture; where there is none, one that says so. */
        IMAGE
    }

    @Override
    public HttpAnswer handle(HttpRequest request) {
        Visit visit = session.visit(request, request.origin(Protocol.WEB, ids.next()));
        List<String> path = Route.split(request.path());
        FilePath asked = FilePath.of(path.subList(LEADING, path.size()), request.queryValues(), FIELD);
        boolean known = kind == Kind.IMAGE || style.plain() || !asked.unique();
        Optional<WebFile> file = asked.wanted().filter(wanted -> known).flatMap(wanted -> files.find(visit, wanted));
        if (kind == Kind.CONTENT) {
            return file.map(found -> answer(request, asked, found, found.content()))
                    .orElseGet(() -> ErrorPages.page(404));
        }
        WebFile picture =
                file.filter(found -> found.mimetype().startsWith("image/")).orElseGet(Pictures::placeholder);
        return answer(request, asked, picture, asked.frame().around(picture.content()));
    }

    private HttpAnswer answer(HttpRequest request, FilePath asked, WebFile file, byte[] content) {
        boolean download = FilePath.isOn(request.queryValues().getOrDefault("download", ""));
        return style.answer(
                file,
                content,
                new FileStyle.Request(asked.name(), download, asked.unique(), request.header("If-None-Match")));
    }
}
