package dev.sandoo.server.web;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.rpc.WebSessions;
import java.util.Optional;

/** A page for people who are logged in; strangers are led to the login. */
record PersonsOnly(Redirects redirects, WebSessions sessions, PersonalPage page) implements Page {
    /** A page that knows whom it is for. */
    @FunctionalInterface
    interface PersonalPage {
        PageAnswer answer(PageRequest request, Caller caller);
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        Optional<Caller> caller = sessions.caller(request.visit());
        return caller.map(known -> page.answer(request, known)).orElseGet(() -> redirects.toLogin(request));
    }
}
