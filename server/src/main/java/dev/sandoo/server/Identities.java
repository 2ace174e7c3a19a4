package dev.sandoo.server;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.access.AccessCatalog;
import dev.sandoo.server.addons.Addons;
import dev.sandoo.server.addons.base.Secrets;
import dev.sandoo.server.addons.security.SignIn;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.LoginCooldown;
import dev.sandoo.server.auth.PasswordHasher;
import dev.sandoo.server.auth.VerifiedSecrets;
import dev.sandoo.server.auth.session.Sessions;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.rpc.Callers;
import java.security.SecureRandom;

/** Who calls, by what proof, and what they may do. */
record Identities(
        VerifiedSecrets secrets,
        Sessions sessions,
        Authenticator authenticator,
        SignIn signIn,
        AccessCatalog rights,
        Callers callers) {
    /** passlib's default. More would make each first login of a process wait, to guard passwords that everybody knows. */
    private static final int PASSWORD_ROUNDS = 25_000;

    static Identities of(OdooVersion version, SecureRandom random) {
        VerifiedSecrets secrets = new VerifiedSecrets(new PasswordHasher(random, PASSWORD_ROUNDS), random);
        Sessions sessions = new Sessions(version);
        Authenticator authenticator = new Authenticator(version, secrets, new LoginCooldown(), sessions);
        AccessCatalog rights = new AccessCatalog(version);
        return new Identities(
                secrets,
                sessions,
                authenticator,
                SignIn.of(version, authenticator, random),
                rights,
                new Callers(version, rights, sessions));
    }

    /** What models do, those of signing in among them. */
    Behaviours behaviours() {
        return Behaviours.of(Addons.all(new Secrets(secrets::hash, secrets::matches), signIn));
    }
}
