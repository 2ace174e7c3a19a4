package dev.sandoo.server.web;

import dev.sandoo.server.error.UserError;

/** {@code /my/security/two-factor/enable}: shows a secret, and switches the second factor on with its first code. */
record EnrolPage(Forms forms) implements AccountPage.Content {
    @Override
    public PageAnswer answer(PageRequest request, Account account, Frame frame) {
        String wizard = request.field("wizard");
        if (!request.isPost() || !wizard.matches("\\d{1,9}")) {
            return show(frame, account.beginSecondFactor(), "");
        }
        int id = Integer.parseInt(wizard);
        try {
            account.enableSecondFactor(id, request.field("code"));
            return SecurityPage.done("on");
        } catch (UserError refused) {
            return show(frame, account.enrolment(id), refused.getMessage());
        }
    }

    private PageAnswer show(Frame frame, Account.Enrolment enrolment, String error) {
        return PageAnswer.page(forms.render(
                "enrol",
                new EnrolView(
                        frame, enrolment.wizard(), enrolment.secret(), enrolment.url(), enrolment.picture(), error)));
    }
}
