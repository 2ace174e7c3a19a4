package dev.sandoo.server.addons.security;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.Session;
import dev.sandoo.server.auth.totp.SecondFactor;
import dev.sandoo.server.auth.totp.TotpSecret;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Switches the second factor of accounts: on by a wizard, off by one's own wish or an administrator's.
 *
 * <p>Source: recorded scenario {@code auth_totp}, and asked of the real servers.
 */
final class TotpSwitch {
    private static final String DEVICE = "auth_totp.device";

    private final SignIn signIn;

    TotpSwitch(SignIn signIn) {
        this.signIn = signIn;
    }

    /** The window with a fresh secret, for one's own account. */
    Object openWizard(Records self, Arguments arguments) {
        Environment env = self.env();
        if (!isOwn(self)) {
            throw new UserError("Two-factor authentication can only be enabled for yourself");
        }
        if (signIn.secondFactor().isOn(env.transaction(), env.uid())) {
            throw new UserError("Two-factor authentication already enabled");
        }
        OdooVersion version = env.version();
        String secret = TotpSecret.random(signIn.random()).readable();
        Records wizard = env.sudo().model("auth_totp.wizard").create(Map.of("user_id", env.uid(), "secret", secret));
        return Dialog.sized(
                Dialog.of(version.message("totp.title"), "auth_totp.wizard", wizard.id()),
                version.has("identity.dialog-sized"));
    }

    /** False for whoever may not, without another word. */
    Object disable(Records self, Arguments arguments) {
        Environment env = self.env();
        if (!isOwn(self) && !env.isSuperuser() && !env.hasGroup("base.group_erp_manager")) {
            return false;
        }
        SecondFactor secondFactor = signIn.secondFactor();
        self.ids().forEach(uid -> secondFactor.disable(env.transaction(), uid));
        removeDevices(self.in(env.sudo()));
        self.forget();
        if (self.ids().contains(env.uid())) {
            env.caller().session().ifPresent(Session::secretsChanged);
        }
        return Dialog.closeWith("warning", env.version().message("totp.disabled", Map.of("users", names(self))));
    }

    private static String names(Records users) {
        boolean logins = users.env().version().has("totp.logins-told");
        return users.sudo().values(logins ? "login" : "name").values().stream()
                .map(name -> logins ? PythonRepr.of(name) : String.valueOf(name))
                .collect(Collectors.joining(", "));
    }

    private static boolean isOwn(Records users) {
        return users.ids().equals(List.of(users.env().uid()));
    }

    /** Has every browser of the users asked for a code again, as far as the caller may see their devices. */
    static Object forgetDevices(Records self, Arguments arguments) {
        removeDevices(self);
        return null;
    }

    private static void removeDevices(Records users) {
        Environment env = users.env();
        if (env.registry().find(DEVICE).isPresent()) {
            env.model(DEVICE)
                    .search(Condition.term("user_id", Operator.IN, users.ids()))
                    .sudo()
                    .unlink();
        }
    }

    static void isEnabled(Records users, Compute.Results results) {
        Set<Integer> enabled = new HashSet<>(users.env()
                .transaction()
                .query(
                        SqlFragment.of(
                                "SELECT id FROM res_users WHERE totp_secret IS NOT NULL AND id = ANY(?)",
                                SqlArray.ids(users.ids())),
                        row -> row.integer(1)));
        users.ids().forEach(id -> results.set(id, "totp_enabled", enabled.contains(id)));
    }

    /** Finds accounts with a second factor, whatever is asked for: so does a real 19.0. */
    static Condition search(Environment env, Operator operator, Object value) {
        return Condition.term(
                "id",
                Operator.IN,
                env.transaction()
                        .query(
                                SqlFragment.of("SELECT id FROM res_users WHERE totp_secret IS NOT NULL"),
                                row -> row.integer(1)));
    }
}
