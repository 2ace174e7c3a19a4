package dev.sandoo.server.addons.security;

import dev.sandoo.server.error.UserError;
import dev.sandoo.server.error.ValidationError;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.List;
import java.util.Map;

/**
 * The wizards that change passwords: one's own, after an identity check, and as an administrator those of others.
 *
 * <p>Source: recorded scenario {@code auth_web}, and asked of the real servers.
 */
final class PasswordWizards {
    private static final String OWN = "change.password.own";
    private static final String LINE = "change.password.user";
    private static final String WIZARD = "change.password.wizard";

    private PasswordWizards() {}

    static void register(Behaviours.Builder behaviours) {
        behaviours
                .constraint(OWN, List.of("new_password", "confirm_password"), PasswordWizards::check)
                .method(OWN, "change_password", IdentityCheck.before("change_password", PasswordWizards::changeOwn))
                .method(LINE, "change_password_button", PasswordWizards::changeOfLines)
                .method(WIZARD, "change_password_button", PasswordWizards::changeOfOthers);
    }

    private static void check(Records wizards) {
        for (Records wizard : wizards) {
            if (!wizard.text("new_password").equals(wizard.text("confirm_password"))) {
                throw new ValidationError("The new password and its confirmation must be identical.");
            }
        }
    }

    /** Sets the password and lets the wizard go, which knows it in clear. The session ends with the old password. */
    private static Object changeOwn(Records self, Arguments arguments) {
        self.requireReadable();
        Records wizard = self.sudo();
        setPassword(self.env(), self.env().uid(), wizard.text("new_password").strip());
        wizard.unlink();
        return reload();
    }

    private static Object changeOfOthers(Records self, Arguments arguments) {
        Records lines = self.records("user_ids");
        changeOfLines(lines, arguments);
        boolean own = lines.records("user_id").ids().contains(self.env().uid());
        return own ? reload() : Map.of("type", "ir.actions.act_window_close");
    }

    private static Object changeOfLines(Records lines, Arguments arguments) {
        for (Records line : lines) {
            String password = line.text("new_passwd");
            if (!password.isEmpty()) {
                line.records("user_id").write(Map.of("password", password));
            } else if (line.env().version().has("users.password-lines-filled")) {
                throw new UserError("Before clicking on 'Change Password', you have to write a new password.");
            }
        }
        if (!lines.isEmpty()) {
            lines.write(Map.of("new_passwd", false));
        }
        return null;
    }

    private static void setPassword(Environment env, int uid, String password) {
        if (password.isEmpty()) {
            throw new UserError("Setting empty passwords is not allowed for security reasons!");
        }
        env.sudo().record("res.users", uid).write(Map.of("password", password));
    }

    private static Object reload() {
        return Map.of("type", "ir.actions.client", "tag", "reload");
    }
}
