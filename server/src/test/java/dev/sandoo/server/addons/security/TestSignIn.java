package dev.sandoo.server.addons.security;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.PasswordHasher;
import dev.sandoo.server.auth.VerifiedSecrets;
import java.security.SecureRandom;
import java.time.Clock;

/** The services of signing in, for tests that only need them to be there. */
public final class TestSignIn {
    private TestSignIn() {}

    public static SignIn of(OdooVersion version) {
        SecureRandom random = new SecureRandom();
        return SignIn.of(
                version, new VerifiedSecrets(new PasswordHasher(random, 1), random), random, Clock.systemUTC());
    }
}
