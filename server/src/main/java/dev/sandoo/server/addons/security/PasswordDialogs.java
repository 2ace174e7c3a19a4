package dev.sandoo.server.addons.security;

import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.ModelMethod;
import dev.sandoo.server.orm.Records;
import java.util.Map;

/** What clients show to whoever wants to change a password. The later version asks for the old one by an identity check. */
final class PasswordDialogs implements IdentityCheck.Asking {
    private static final ModelMethod GUARDED =
            IdentityCheck.before("preference_change_password", (self, arguments) -> window("change.password.own"));

    @Override
    public Object call(Records self, Arguments arguments) {
        return self.env().version().has("users.password-wizard")
                ? GUARDED.call(self, arguments)
                : Map.of("type", "ir.actions.client", "tag", "change_password", "target", "new");
    }

    /** The window that sets the passwords of others. */
    static Object others(Records self, Arguments arguments) {
        return window("change.password.wizard");
    }

    private static Object window(String model) {
        return Map.of("type", "ir.actions.act_window", "target", "new", "res_model", model, "view_mode", "form");
    }
}
