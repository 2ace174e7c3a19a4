package dev.sandoo.server.web;

/** {@code /my/security/two-factor/disable}: switches the second factor off. */
record DisablePage(Forms forms) implements AccountPage.Content {
    @Override
    public PageAnswer answer(PageRequest request, Account account, Frame frame) {
        if (request.isPost()) {
            account.disableSecondFactor();
            return SecurityPage.done("off");
        }
        return PageAnswer.page(forms.render("disable", new FormView(frame, "", "")));
    }
}
