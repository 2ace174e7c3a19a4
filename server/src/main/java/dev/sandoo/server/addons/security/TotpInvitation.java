package dev.sandoo.server.addons.security;

import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Records;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks users to switch the second factor on. No mail leaves the server; the answer reads as if it had. */
final class TotpInvitation {
    private TotpInvitation() {}

    static Object send(Records self, Arguments arguments) {
        String names = self.sudo().filter(user -> !user.bool("totp_enabled")).values("name").values().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return Dialog.notification(Map.of(
                "type",
                "info",
                "sticky",
                false,
                "message",
                "Invitation to use two-factor authentication sent for the following user(s): " + names));
    }

    /** Where the user finds the switch. */
    static Object url(Records self, Arguments arguments) {
        return self.sudo().bool("share")
                ? "/my/security"
                : "/odoo/action-auth_totp_mail.action_activate_two_factor_authentication";
    }
}
