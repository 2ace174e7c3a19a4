package dev.sandoo.server.addons.security;

import dev.sandoo.server.auth.ApiKeys;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.Map;
import java.util.Optional;

/** Makes API keys: a wizard takes what a key is for, and the answer shows the key, once. */
final class KeyWizard {
    private final SignIn signIn;

    KeyWizard(SignIn signIn) {
        this.signIn = signIn;
    }

    /** The window for what a new key is for. */
    static Object open() {
        return Dialog.of("New API Key", "res.users.apikeys.description");
    }

    static Object checkAccess(Records self, Arguments arguments) {
        if (!self.env().hasGroup("base.group_user")) {
            throw new AccessError("Only internal users can create API keys");
        }
        return null;
    }

    /** Makes the key that the wizard describes; the wizard's record is used up. */
    Object make(Records self, Arguments arguments) {
        Environment env = self.env();
        checkAccess(self, arguments);
        self.id();
        self.requireReadable();
        Records wizard = self.sudo();
        KeyLife.requireAllowed(wizard);
        if (!signIn.keyLimit().take(env.transaction(), Integer.toString(env.uid()))) {
            throw new UserError("You have made many API keys in the last hour, please try again later.");
        }
        Optional<String> scope = scope(wizard);
        scope.ifPresent(name -> KeyRoles.requireHad(env, name));
        ApiKeys.NewKey key =
                signIn.keys().make(env.transaction(), env.uid(), wizard.text("name"), scope, KeyLife.of(wizard));
        signIn.keys().removeLongExpired(env.transaction());
        wizard.unlink();
        env.sudo().model("res.users.apikeys").forget();
        return shown(key);
    }

    /** One's own words go before the choice, where the wizard says so. Source: the fields of OCA's apikey_scope_editable. */
    private static Optional<String> scope(Records wizard) {
        String scope = wizard.text(wizard.bool("has_custom_scope") ? "custom_scope" : "scope");
        return Optional.of(scope).filter(text -> !text.isEmpty());
    }

    private static Object shown(ApiKeys.NewKey key) {
        Map<String, Object> action = Dialog.of("API Key Ready", "res.users.apikeys.show");
        action.put("context", Map.of("default_key", key.secret()));
        return action;
    }
}
