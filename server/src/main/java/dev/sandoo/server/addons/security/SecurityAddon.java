package dev.sandoo.server.addons.security;

import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.ModelMethod;
import java.util.List;
import java.util.Objects;

/** API keys, identity checks and the second factor: an index of the methods and fields. */
public final class SecurityAddon implements Addon {
    private static final String USER = "res.users";
    private static final String CHECK = "res.users.identitycheck";
    private static final String KEY = "res.users.apikeys";
    private static final String DESCRIPTION = "res.users.apikeys.description";
    private static final String DEVICE = "auth_totp.device";
    private static final String WIZARD = "auth_totp.wizard";

    private final SignIn signIn;

    public SecurityAddon(SignIn signIn) {
        this.signIn = Objects.requireNonNull(signIn, "signIn");
    }

    @Override
    public void register(Behaviours.Builder behaviours) {
        IdentityCheck check = new IdentityCheck(signIn.authenticator());
        behaviours
                .method(CHECK, "run_check", check::run)
                .method(CHECK, "action_use_password", IdentityCheck::usePassword);
        PasswordWizards.register(behaviours);
        keys(behaviours);
        secondFactor(behaviours);
        behaviours
                .method(USER, "preference_change_password", new PasswordDialogs())
                .method(USER, "action_change_password_wizard", PasswordDialogs::others);
    }

    private void keys(Behaviours.Builder behaviours) {
        KeyWizard wizard = new KeyWizard(signIn);
        guarded(behaviours, USER, "api_key_wizard", (self, arguments) -> KeyWizard.open());
        guarded(behaviours, DESCRIPTION, "make_key", wizard::make);
        guarded(behaviours, KEY, "remove", KeyRemoval::remove);
        guarded(behaviours, DEVICE, "remove", KeyRemoval::remove);
        behaviours
                .method(DESCRIPTION, "check_access_make_key", KeyWizard::checkAccess)
                .method(DESCRIPTION, "fields_get", DescriptionFields::describe)
                .method(DESCRIPTION, "read", DescriptionFields::read)
                .method(DESCRIPTION, "search_read", DescriptionFields::searchRead)
                .compute(DESCRIPTION, List.of("expiration_date"), List.of("duration"), KeyLife::expiration)
                .constraint(DESCRIPTION, List.of("expiration_date"), KeyLife::check);
    }

    private void secondFactor(Behaviours.Builder behaviours) {
        TotpWizard wizard = new TotpWizard(signIn.secondFactor());
        TotpSwitch state = new TotpSwitch(signIn);
        for (String prefix : List.of("", "action_")) {
            guarded(behaviours, USER, prefix + "totp_enable_wizard", state::openWizard);
            guarded(behaviours, USER, prefix + "totp_disable", state::disable);
        }
        guarded(behaviours, USER, "revoke_all_devices", TotpSwitch::forgetDevices);
        guarded(behaviours, WIZARD, "enable", wizard::enable);
        behaviours
                .method(USER, "action_totp_invite", TotpInvitation::send)
                .method(USER, "get_totp_invite_url", TotpInvitation::url)
                .compute(USER, List.of("totp_enabled"), List.of("totp_secret"), TotpSwitch::isEnabled)
                .search(USER, "totp_enabled", TotpSwitch::search)
                .compute(WIZARD, List.of("url"), List.of(), TotpWizard::url)
                .compute(WIZARD, List.of("qrcode"), List.of("url"), TotpWizard::qrCode);
    }

    private static void guarded(Behaviours.Builder behaviours, String model, String name, ModelMethod method) {
        behaviours.method(model, name, IdentityCheck.before(name, method));
    }
}
