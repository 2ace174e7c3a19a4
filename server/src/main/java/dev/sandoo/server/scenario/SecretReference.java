package dev.sandoo.server.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A secret by name: a recording holds none, but says where the same one stands. The first that is seen, the password of whoever
 * begins, is {@code s1}.
 */
public record SecretReference(String name) {
    private static final String MEMBER = "$secret";

    /** As it stands in a recording in the secret's stead. */
    public Map<String, Object> document() {
        return Map.of(MEMBER, name);
    }

    /** The reference that a recorded value is, if it is one. */
    static Optional<SecretReference> of(Object value) {
        return value instanceof Map<?, ?> members && members.size() == 1 && members.get(MEMBER) instanceof String name
                ? Optional.of(new SecretReference(name))
                : Optional.empty();
    }

    /** Gives secrets names, the same name to the same secret, and keeps only their hashes. Thread-safe. */
    public static final class Names {
        private final Map<String, SecretReference> names = new HashMap<>();

        /** The name of a secret. */
        public synchronized SecretReference of(String secret) {
            return names.computeIfAbsent(hash(secret), hash -> new SecretReference("s" + (names.size() + 1)));
        }

        private static String hash(String secret) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
