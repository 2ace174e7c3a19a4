package dev.sandoo.server.addons.security;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.ApiKeys;
import dev.sandoo.server.auth.Authenticator;
import dev.sandoo.server.auth.RateLimit;
import dev.sandoo.server.auth.totp.SecondFactor;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;

/**
 * What these methods have done for them.
 *
 * @param authenticator tells right passwords from wrong ones
 * @param keys makes and removes API keys
 * @param keyLimit how many keys a user may make in how long
 * @param secondFactor switches the second factor on and off
 */
public record SignIn(
        Authenticator authenticator, ApiKeys keys, RateLimit keyLimit, SecondFactor secondFactor, SecureRandom random) {

    /** Nobody needs more keys, and making one costs the server more than asking for it costs a client. */
    private static final int KEYS_AN_HOUR = 100;

    public SignIn {
        Objects.requireNonNull(authenticator, "authenticator");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(keyLimit, "keyLimit");
        Objects.requireNonNull(secondFactor, "secondFactor");
        Objects.requireNonNull(random, "random");
    }

    /** The services of a version. */
    public static SignIn of(OdooVersion version, Authenticator authenticator, SecureRandom random) {
        return new SignIn(
                authenticator,
                new ApiKeys(random),
                new RateLimit("key", KEYS_AN_HOUR, Duration.ofHours(1)),
                new SecondFactor(version),
                random);
    }
}
