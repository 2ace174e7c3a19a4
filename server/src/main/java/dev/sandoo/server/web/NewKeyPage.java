package dev.sandoo.server.web;

import dev.sandoo.server.error.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /my/security/keys/new}: makes an API key and shows it, once. */
record NewKeyPage(Forms forms) implements AccountPage.Content {
    /** Stands for a date of one's own, which the wizard of a real client asks for next; here the choices do. */
    private static final String CUSTOM = "-1";

    @Override
    public PageAnswer answer(PageRequest request, Account account, Frame frame) {
        account.requireIdentity();
        return request.isPost() ? make(request, account, frame) : show(request, account, frame, "");
    }

    private PageAnswer make(PageRequest request, Account account, Frame frame) {
        String name = request.field("name").strip();
        if (name.isEmpty()) {
            return show(request, account, frame, "Say what the key is for.");
        }
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("name", name);
        if (account.keysExpire()) {
            description.put("duration", request.field("duration"));
        }
        String scope = request.field("scope").strip();
        if (!scope.isEmpty()) {
            description.put("has_custom_scope", true);
            description.put("custom_scope", scope);
        }
        try {
            String key = account.makeKey(description);
            return PageAnswer.page(
                    forms.render("key", new KeyView(frame, name, key, account.database(), account.login())));
        } catch (UserError refused) {
            return show(request, account, frame, refused.getMessage());
        }
    }

    private PageAnswer show(PageRequest request, Account account, Frame frame, String error) {
        String chosen = request.field("duration");
        List<NewKeyView.Choice> durations = account.durations().stream()
                .filter(option -> !option.value().equals(CUSTOM))
                .map(option -> new NewKeyView.Choice(
                        option.value(), option.label(), option.value().equals(chosen)))
                .toList();
        NewKeyView view = new NewKeyView(frame, durations, request.field("name"), request.field("scope"), error);
        return PageAnswer.page(forms.render("newkey", view));
    }
}
