package dev.sandoo.server.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers which secret was found to match which stored hash, so that only the first call pays for the slow verification.
 * What is remembered is an HMAC under a key that never leaves the process; the hash is part of it and is read from the
 * database on every call, so a changed password or deleted key is refused at once, on every node. Thread-safe.
 */
public final class VerifiedSecrets {
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final long MAX_SECRETS = 10_000;
    private static final Duration LIFE = Duration.ofHours(1);

    private final PasswordHasher hasher;
    private final SecretKeySpec key;
    private final Cache<ByteBuffer, Boolean> verified = Caffeine.newBuilder()
            .maximumSize(MAX_SECRETS)
            .expireAfterWrite(LIFE)
            .build();

    public VerifiedSecrets(PasswordHasher hasher, SecureRandom random) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        this.hasher = hasher;
        this.key = new SecretKeySpec(bytes, HMAC);
    }

    /** Whether the hash is one of this secret; the same secret shown twice at once is verified once. */
    public boolean matches(String secret, String hash) {
        return verified.get(fingerprint(secret, hash), unknown -> hasher.verify(secret, hash) ? true : null) != null;
    }

    /** Hashes a secret and remembers that it matches, so that its first use is fast too. */
    public String hash(String secret) {
        String hash = hasher.hash(secret);
        verified.put(fingerprint(secret, hash), true);
        return hash;
    }

    /** A hash that no secret matches and that takes as long to verify as those made by {@link #hash}. */
    String decoy() {
        return hasher.decoy();
    }

    private ByteBuffer fingerprint(String secret, String hash) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            mac.update(hash.getBytes(StandardCharsets.UTF_8)); // a hash holds no NUL, so the two cannot run together
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime lacks " + HMAC, e);
        }
    }
}
