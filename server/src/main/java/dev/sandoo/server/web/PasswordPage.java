package dev.sandoo.server.web;

import dev.sandoo.server.error.AccessDenied;
import dev.sandoo.server.error.OdooError;

/** {@code /my/security/password}: changes the password. */
record PasswordPage(Forms forms) implements AccountPage.Content {
    @Override
    public PageAnswer answer(PageRequest request, Account account, Frame frame) {
        if (!request.isPost()) {
            return show(frame, "");
        }
        String old = request.field("old");
        String fresh = request.field("new");
        if (old.isEmpty() || fresh.isBlank()) {
            return show(frame, "You cannot leave any password empty.");
        }
        if (!fresh.equals(request.field("again"))) {
            return show(frame, "The new password and its confirmation must be identical.");
        }
        try {
            account.changePassword(old, fresh);
            return SecurityPage.done("password");
        } catch (AccessDenied wrong) {
            return show(frame, "The old password is wrong, your password was not changed.");
        } catch (OdooError refused) {
            return show(frame, refused.getMessage());
        }
    }

    private PageAnswer show(Frame frame, String error) {
        return PageAnswer.page(forms.render("password", new FormView(frame, error, "")));
    }
}
