package dev.sandoo.server.web;

import dev.sandoo.server.access.Caller;
import dev.sandoo.server.error.OdooError;
import dev.sandoo.server.rpc.OwnAccount;

/** A page of account security: it is for persons, may ask for the password first, and says what was refused. */
record AccountPage(Forms forms, OwnAccount account, Account.Names names, Content content)
        implements PersonsOnly.PersonalPage {
    /** What a page does with the account at hand. */
    @FunctionalInterface
    interface Content {
        /**
         * Answers a request.
         *
         * @throws Account.IdentityAsked when the password must be shown first
         * @throws OdooError what is told on a page of its own
         */
        PageAnswer answer(PageRequest request, Account account, Frame frame);
    }

    private static final int REFUSED = 403;

    @Override
    public PageAnswer answer(PageRequest request, Caller caller) {
        Frame frame = forms.frame(request, caller.name());
        try {
            return content.answer(request, new Account(account, names, request, caller), frame);
        } catch (Account.IdentityAsked asked) {
            return PageAnswer.redirect(ConfirmPage.PATH + "?next=" + Redirects.encoded(request.path()));
        } catch (OdooError refused) {
            return PageAnswer.page(
                    REFUSED, forms.render("error", new ErrorView(frame, "Not possible", refused.getMessage())));
        }
    }
}
