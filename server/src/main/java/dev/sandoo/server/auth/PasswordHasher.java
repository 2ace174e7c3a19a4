package dev.sandoo.server.auth;

import dev.sandoo.server.error.PythonError;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes secrets as Odoo keeps them, in passlib's {@code $pbkdf2-sha512$rounds$salt$checksum}, so that a database can be
 * taken to a real Odoo and back. Thread-safe; deliberately slow.
 *
 * <p>Source: passlib's description of its PBKDF2 hashes (modular crypt format, "ab64": base64 with a dot for the plus and
 * no padding).
 */
public final class PasswordHasher {
    private static final String PREFIX = "$pbkdf2-sha512$";
    private static final int SALT_BYTES = 16;
    private static final int CHECKSUM_BYTES = 64;

    /** The longest secret that passlib looks at, in characters. */
    private static final int MAX_SECRET_LENGTH = 4096;

    /** A hash beyond this is not ours: verifying it would occupy a processor for minutes. */
    private static final int MAX_ROUNDS = 10_000_000;

    private final SecureRandom random;
    private final int rounds;

    /** @param rounds how often new hashes are stirred; a stored hash carries its own number */
    public PasswordHasher(SecureRandom random, int rounds) {
        if (rounds < 1 || rounds > MAX_ROUNDS) {
            throw new IllegalArgumentException("rounds must be between 1 and " + MAX_ROUNDS + ", not " + rounds);
        }
        this.random = random;
        this.rounds = rounds;
    }

    /**
     * A hash of the secret with a salt of its own.
     *
     * @throws PythonError passlib's own error for a secret beyond 4096 characters
     */
    public String hash(String secret) {
        requireLength(secret);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Stored(rounds, salt, checksum(secret, salt, rounds, CHECKSUM_BYTES)).text();
    }

    /** A hash of nothing: random, and as slow to verify as one that {@link #hash} makes. */
    String decoy() {
        byte[] bytes = new byte[SALT_BYTES + CHECKSUM_BYTES];
        random.nextBytes(bytes);
        byte[] salt = Arrays.copyOf(bytes, SALT_BYTES);
        return new Stored(rounds, salt, Arrays.copyOfRange(bytes, SALT_BYTES, bytes.length)).text();
    }

    /**
     * Whether the hash is one of this secret; a text that is no such hash is none.
     *
     * @throws PythonError passlib's own error for a secret beyond 4096 characters
     */
    public boolean verify(String secret, String hash) {
        requireLength(secret);
        return Stored.parse(hash)
                .map(stored -> MessageDigest.isEqual(
                        stored.checksum, checksum(secret, stored.salt, stored.rounds, stored.checksum.length)))
                .orElse(false);
    }

    private static void requireLength(String secret) {
        if (secret.codePointCount(0, secret.length()) > MAX_SECRET_LENGTH) {
            throw PythonError.of("passlib.exc.PasswordSizeError", "password exceeds maximum allowed size");
        }
    }

    private static byte[] checksum(String secret, byte[] salt, int rounds, int length) {
        PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, rounds, length * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java runtime lacks PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** The parts of a hash. */
    private record Stored(int rounds, byte[] salt, byte[] checksum) {
        static Optional<Stored> parse(String text) {
            if (!text.startsWith(PREFIX)) {
                return Optional.empty();
            }
            String[] parts = text.substring(PREFIX.length()).split("\\$", -1);
            try {
                return parts.length == 3
                        ? of(Integer.parseInt(parts[0]), decode(parts[1]), decode(parts[2]))
                        : Optional.empty();
            } catch (IllegalArgumentException notAHash) {
                return Optional.empty();
            }
        }

        private static Optional<Stored> of(int rounds, byte[] salt, byte[] checksum) {
            boolean usable = rounds >= 1 && rounds <= MAX_ROUNDS && salt.length > 0 && checksum.length > 0;
            return usable ? Optional.of(new Stored(rounds, salt, checksum)) : Optional.empty();
        }

        String text() {
            return PREFIX + rounds + "$" + encode(salt) + "$" + encode(checksum);
        }

        private static String encode(byte[] bytes) {
            return Base64.getEncoder().withoutPadding().encodeToString(bytes).replace('+', '.');
        }

        private static byte[] decode(String text) {
            return Base64.getDecoder().decode(text.replace('.', '+'));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Stored that
                    && rounds == that.rounds
                    && Arrays.equals(salt, that.salt)
                    && Arrays.equals(checksum, that.checksum);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(checksum);
        }
    }
}
