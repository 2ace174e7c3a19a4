package dev.sandoo.server.addons.security;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.LoginCooldown;
import dev.sandoo.server.auth.PasswordHasher;
import dev.sandoo.server.auth.VerifiedSecrets;
import dev.sandoo.server.auth.session.Sessions;
import java.security.SecureRandom;
import java.time.Clock;

/** The services of signing in, for tests that only need them to be there. */
public final class TestSignIn {
    private TestSignIn() {}

    public static SignIn of(OdooVersion version) {
        SecureRandom random = new SecureRandom();
        Clock clock = Clock.systemUTC();
        VerifiedSecrets secrets = new VerifiedSecrets(new PasswordHasher(random, 1), random);
        Authenticator authenticator =
                new Authenticator(version, secrets, new LoginCooldown(clock), new Sessions(version, clock));
        return SignIn.of(version, authenticator, random, clock);
    }
}
