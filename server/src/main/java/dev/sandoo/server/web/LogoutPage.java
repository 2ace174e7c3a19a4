package dev.sandoo.server.web;

import dev.sandoo.server.rpc.WebSessions;

/** {@code /web/session/logout}: ends the session, by link or by form. */
record LogoutPage(Redirects redirects, WebSessions sessions) implements Page {
    @Override
    public PageAnswer answer(PageRequest request) {
        sessions.logout(request.visit());
        String redirect = request.given("redirect");
        return PageAnswer.redirect(redirect.isEmpty() ? redirects.home() : redirects.wanted(redirect));
    }
}
