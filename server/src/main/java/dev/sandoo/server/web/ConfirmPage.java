package dev.sandoo.server.web;

import dev.sandoo.server.error.AccessDenied;

/** {@code /my/security/confirm}: asks for the password again, before what only its owner may do. */
record ConfirmPage(Forms forms) implements AccountPage.Content {
    static final String PATH = "/my/security/confirm";

    @Override
    public PageAnswer answer(PageRequest request, Account account, Frame frame) {
        String next = next(request);
        if (!request.isPost()) {
            return show(frame, "", next);
        }
        try {
            account.confirmIdentity(request.field("password"));
            return PageAnswer.redirect(next);
        } catch (AccessDenied denied) {
            boolean usual = denied.getMessage().equals(new AccessDenied().getMessage());
            return show(frame, usual ? "That is not your password." : denied.getMessage(), next);
        }
    }

    /** Only pages of this account are gone on to. */
    private static String next(PageRequest request) {
        String next = request.given("next");
        return next.startsWith(SecurityPage.PATH + "/") && next.matches("[a-z0-9/-]+") ? next : SecurityPage.PATH;
    }

    private PageAnswer show(Frame frame, String error, String next) {
        return PageAnswer.page(forms.render("confirm", new FormView(frame, error, next)));
    }
}
