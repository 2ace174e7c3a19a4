package dev.sandoo.server.auth.totp;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.auth.ApiKeys;
import dev.sandoo.server.auth.VerifiedSecrets;
import dev.sandoo.server.db.Transaction;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Browsers that need no code for a while, because a user said so when a code was right. Each holds a key of its own in a
 * cookie, of which only the hash is stored. Thread-safe.
 */
public final class TrustedDevices {
    /** The cookie that holds a device's key. Source: asked of a real 19.0. */
    public static final String COOKIE = "td_id";

    /** How long a device is trusted. */
    public static final Duration LIFE = Duration.ofDays(90);

    private static final String SCOPE = "browser";

    private final boolean known;
    private final ApiKeys keys;
    private final VerifiedSecrets secrets;

    public TrustedDevices(OdooVersion version, VerifiedSecrets secrets, SecureRandom random) {
        this.known = version.has("totp.trusted-devices");
        this.keys = ApiKeys.ofDevices(random);
        this.secrets = secrets;
    }

    /** Whether the version has them at all; without, nothing is ever trusted. */
    public boolean areKnown() {
        return known;
    }

    /**
     * Trusts the browser that the user is at.
     *
     * @param userAgent as the browser calls itself
     * @return the key to put into its cookie
     */
    public String trust(Transaction transaction, int uid, String userAgent) {
        LocalDateTime end = transaction.now().truncatedTo(ChronoUnit.SECONDS).plus(LIFE);
        return keys.make(transaction, uid, DeviceName.of(userAgent), Optional.of(SCOPE), Optional.of(end))
                .secret();
    }

    /** Whether the key is that of a device which this user trusts. */
    public boolean isTrusted(Transaction transaction, int uid, String key) {
        return known
                && !key.isEmpty()
                && keys.hashes(transaction, uid, key, SCOPE).stream().anyMatch(hash -> secrets.matches(key, hash));
    }
}
