package dev.sandoo.server.web;

import java.util.List;
import java.util.Map;

/** {@code /my/security}: password, second factor and API keys at a glance. */
record SecurityPage(Forms forms) implements AccountPage.Content {
    static final String PATH = "/my/security";

    private static final Map<String, String> NOTICES = Map.of(
            "password", "Your password is changed. Your other sessions have ended.",
            "on", "The second factor is on.",
            "off", "The second factor is off.",
            "devices", "Every device will be asked for a code again.",
            "deleted", "The API key is deleted. It is refused from now on.");

    /** Back here, saying that something was done. */
    static PageAnswer done(String what) {
        return PageAnswer.redirect(PATH + "?done=" + what);
    }

    @Override
    public PageAnswer answer(PageRequest request, Account account, Frame frame) {
        List<SecurityView.KeyRow> keys = account.keys().stream()
                .map(key -> new SecurityView.KeyRow(
                        key.id(), key.name(), key.scope(), key.created(), key.expires(), key.used(), key.calls()))
                .toList();
        SecurityView view = new SecurityView(
                frame,
                NOTICES.getOrDefault(request.given("done"), ""),
                account.hasSecondFactor(),
                account.devices(),
                account.keysExpire(),
                account.isAdministrator(),
                keys);
        return PageAnswer.page(forms.render("security", view));
    }
}
