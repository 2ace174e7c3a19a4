package dev.sandoo.server.addons.security;

import dev.sandoo.server.access.Session;
import dev.sandoo.server.auth.totp.SecondFactor;
import dev.sandoo.server.auth.totp.TotpSecret;
import dev.sandoo.server.error.PythonError;
import dev.sandoo.server.error.PythonRepr;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Environment;
import dev.sandoo.server.orm.Records;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The wizard that switches the second factor on: it shows a secret, as text, address and picture, and takes the first code.
 *
 * <p>Source: recorded scenario {@code auth_totp}, and asked of the real servers.
 */
final class TotpWizard {
    /** Base32 stands in groups of so many letters. */
    private static final int GROUP = 8;

    private final SecondFactor secondFactor;

    TotpWizard(SecondFactor secondFactor) {
        this.secondFactor = secondFactor;
    }

    /** Switches it on, if the code proves that the authenticator knows the secret. */
    Object enable(Records self, Arguments arguments) {
        Environment env = self.env();
        self.requireReadable();
        long code = code(self);
        if (!isForCaller(self)
                || secondFactor.isOn(env.transaction(), env.uid())
                || !secondFactor.enable(env.transaction(), env.uid(), secret(self), code)) {
            throw new UserError("Verification failed, please double-check the 6-digit code");
        }
        self.sudo().write(Map.of("secret", ""));
        self.forget();
        env.caller().session().ifPresent(Session::secretsChanged);
        return Dialog.closeWith("success", env.version().message("totp.enabled"));
    }

    private static boolean isForCaller(Records wizard) {
        return !wizard.isEmpty() && wizard.integer("user_id") == wizard.env().uid();
    }

    private static long code(Records wizard) {
        Environment env = wizard.env();
        boolean stored = wizard.field("code").hasColumn();
        Object given = stored ? wizard.get("code") : env.context().values().getOrDefault("code", "");
        if (!(given instanceof String text)) {
            throw PythonError.typeError("expected string or bytes-like object"
                    + (stored ? "" : ", got '" + PythonRepr.typeName(given) + "'"));
        }
        OptionalLong number = SecondFactor.number(text);
        return number.orElseThrow(() -> new UserError("The verification code should only contain numbers"));
    }

    /** A client may make a wizard with a secret of its own. */
    private static TotpSecret secret(Records wizard) {
        String text = wizard.text("secret").replaceAll("\\s", "");
        if (text.length() % GROUP != 0) {
            throw PythonError.of("binascii.Error", "Incorrect padding");
        }
        return TotpSecret.parse(text).orElseThrow(() -> PythonError.of("binascii.Error", "Non-base32 digit found"));
    }

    /** The address that authenticators take, in the name of the server as the client calls it. */
    static void url(Records wizards, Compute.Results results) {
        for (Records wizard : wizards) {
            String issuer = wizards.env()
                    .caller()
                    .session()
                    .flatMap(Session::host)
                    .orElseGet(() -> wizard.text("user_id.company_id.display_name"));
            String secret = wizard.text("secret").replaceAll("\\s", "");
            results.set(wizard.id(), "url", TotpSecret.url(secret, issuer, wizard.text("user_id.login")));
        }
    }

    static void qrCode(Records wizards, Compute.Results results) {
        for (Records wizard : wizards) {
            results.set(wizard.id(), "qrcode", QrCode.of(wizard.text("url")).base64());
        }
    }
}
