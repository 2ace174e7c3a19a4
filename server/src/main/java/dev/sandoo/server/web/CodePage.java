package dev.sandoo.server.web;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.auth.totp.SecondFactor;
import dev.sandoo.server.auth.totp.TrustedDevices;
import dev.sandoo.server.rpc.WebLogins;
import dev.sandoo.server.rpc.WebSessions;
import java.util.Optional;

/** {@code /web/login/totp}: the second step of a login, for accounts that ask for a code. */
record CodePage(Forms forms, Redirects redirects, WebLogins logins, WebSessions sessions) implements Page {
    @Override
    public PageAnswer answer(PageRequest request) {
        Optional<Caller> caller = sessions.caller(request.visit());
        if (caller.isPresent()) {
            return PageAnswer.redirect(target(request));
        }
        if (!logins.awaitsCode(request.visit())) {
            return PageAnswer.redirect(Redirects.LOGIN);
        }
        if (request.isPost()) {
            return check(request);
        }
        return logins.useDevice(request.visit(), request.device())
                ? PageAnswer.redirect(target(request))
                : show(request, "");
    }

    private PageAnswer check(PageRequest request) {
        WebLogins.Trust trust =
                request.field("remember").isEmpty() ? WebLogins.Trust.ASK_AGAIN : WebLogins.Trust.REMEMBER;
        Optional<WebLogins.CodeAttempt> attempt = logins.code(request.visit(), request.field("totp_token"), trust);
        if (attempt.isEmpty()) {
            return PageAnswer.redirect(Redirects.LOGIN);
        }
        if (attempt.get().outcome() != SecondFactor.Outcome.RIGHT) {
            return show(request, attempt.get().outcome().message());
        }
        PageAnswer answer = PageAnswer.redirect(target(request));
        return attempt.get()
                .device()
                .map(key -> answer.with(new PageAnswer.Cookie(TrustedDevices.COOKIE, key, TrustedDevices.LIFE)))
                .orElse(answer);
    }

    private String target(PageRequest request) {
        String redirect = request.given("redirect");
        if (!redirect.isEmpty()) {
            return redirects.wanted(redirect);
        }
        return sessions.caller(request.visit()).map(redirects::home).orElseGet(redirects::home);
    }

    private PageAnswer show(PageRequest request, String error) {
        CodeView view = new CodeView(forms.frame(request), request.given("redirect"), logins.knowsDevices(), error);
        return PageAnswer.page(forms.render("code", view));
    }
}
