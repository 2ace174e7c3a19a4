package dev.sandoo.server.scenario;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The secrets of a replay by the names that the recording has for them. */
final class SecretBook {
    private static final int BYTES = 12;

    private final Map<String, String> values;
    private final SecureRandom random;

    /** @param given secrets that are known beforehand, by name */
    SecretBook(Map<String, String> given, SecureRandom random) {
        this.values = new HashMap<>(given);
        this.random = random;
    }

    /** A secret's value; one that nobody gave, such as the password of a new user, is made up once. */
    String value(SecretReference secret) {
        return values.computeIfAbsent(secret.name(), name -> made());
    }

    /** Notes a secret that the server has made, such as an API key. */
    void learn(SecretReference secret, String value) {
        values.put(secret.name(), value);
    }

    private String made() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "SecretBook[" + values.size() + " secrets]";
    }
}
