package dev.sandoo.server.addons.security;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.LoginCooldown;
import dev.sandoo.server.auth.PasswordHasher;
import dev.sandoo.server.auth.VerifiedSecrets;
import dev.sandoo.server.auth.session.Sessions;
import java.security.SecureRandom;

/** The services of signing in, for tests that only need them to be there. */
public final class TestSignIn {
    private TestSignIn() {}

    public static SignIn of(OdooVersion version) {
        SecureRandom random = new SecureRandom();
        VerifiedSecrets secrets = new VerifiedSecrets(new PasswordHasher(random, 1), random);
        Authenticator authenticator = new Authenticator(version, secrets, new LoginCooldown(), new Sessions(version));
        return SignIn.of(version, authenticator, random);
    }
}
