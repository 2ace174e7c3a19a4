package dev.sandoo.server.web;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.Caller;
import dev.sandoo.server.rpc.WebSessions;
import java.util.Optional;

/** {@code /web}, {@code /odoo} and {@code /my}: where people begin. There is no web client here, only what leads to their account. */
record HomePage(OdooVersion version, Forms forms, Redirects redirects, WebSessions sessions) implements Page {
    @Override
    public PageAnswer answer(PageRequest request) {
        Optional<Caller> caller = sessions.caller(request.visit());
        if (caller.isEmpty()) {
            return PageAnswer.redirect(redirects.login(request));
        }
        String redirect = request.given("redirect");
        if (!redirect.isEmpty()) {
            return PageAnswer.redirect(redirects.wanted(redirect));
        }
        if (redirects.home(caller.get()).equals(Redirects.OUTSIDERS)
                && !request.path().startsWith(Redirects.OUTSIDERS)) {
            return PageAnswer.redirect(Redirects.OUTSIDERS);
        }
        Frame frame = forms.frame(request, caller.get().name());
        return PageAnswer.page(
                forms.render("home", new HomeView(frame, caller.get().database(), version.name())));
    }
}
