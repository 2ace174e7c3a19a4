package dev.sandoo.server.web;

import dev.sandoo.server.rpc.WebSessions;

/** Frames pages for the session at hand, and holds forms against it. Thread-safe. */
final class Forms {
    private final WebSessions sessions;
    private final CsrfTokens tokens;
    private final Templates templates;
    private final Redirects redirects;

    Forms(WebSessions sessions, CsrfTokens tokens, Templates templates, Redirects redirects) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.templates = templates;
        this.redirects = redirects;
    }

    /** The frame of a page for strangers. */
    Frame frame(PageRequest request) {
        return frame(request, "");
    }

    /** The frame of a page for whoever is logged in by this name. */
    Frame frame(PageRequest request, String user) {
        return new Frame(user, redirects.home(), tokens.of(sessions.tokenOf(request.visit())));
    }

    /** The page, unless something is to change without the session's token. */
    Page guarded(Page page) {
        return request -> request.isReading() || isOwn(request) ? page.answer(request) : refusal(request);
    }

    /** The frame of a page that belongs to no session. */
    Frame plainFrame() {
        return new Frame("", redirects.home(), "");
    }

    String render(String template, Object view) {
        return templates.render(template, view);
    }

    private boolean isOwn(PageRequest request) {
        return request.visit()
                .token()
                .map(token -> tokens.isOf(token, request.field("csrf_token")))
                .orElse(false);
    }

    private PageAnswer refusal(PageRequest request) {
        return error(request, 400, "Bad Request", "Session expired (invalid CSRF token)");
    }

    /** A page that says what was refused. */
    PageAnswer error(PageRequest request, int status, String title, String text) {
        return PageAnswer.page(status, render("error", new ErrorView(frame(request), title, text)));
    }
}
