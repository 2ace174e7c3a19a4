package dev.sandoo.server.web;

import java.util.Optional;

/** {@code /my/security/keys/{id}/delete}: deletes an API key, once its owner has said so twice. */
record DeleteKeyPage(Forms forms) implements AccountPage.Content {
    @Override
    public PageAnswer answer(PageRequest request, Account account, Frame frame) {
        Optional<Account.Key> key = id(request).flatMap(account::key);
        if (key.isEmpty()) {
            return PageAnswer.page(
                    404, forms.render("error", new ErrorView(frame, "Not found", "You have no such API key.")));
        }
        if (request.isPost()) {
            account.deleteKey(key.get().id());
            return SecurityPage.done("deleted");
        }
        return PageAnswer.page(forms.render(
                "deletekey", new DeleteKeyView(frame, key.get().id(), key.get().name())));
    }

    private static Optional<Integer> id(PageRequest request) {
        String text = request.values().getOrDefault("id", "");
        return text.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
