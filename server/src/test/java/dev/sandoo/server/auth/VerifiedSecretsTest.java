package dev.sandoo.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VerifiedSecretsTest {
    private final SecureRandom random = new SecureRandom();
    private final PasswordHasher hasher = new PasswordHasher(random, 1000);
    private final VerifiedSecrets secrets = new VerifiedSecrets(hasher, random);

    @Test
    void rightSecretMatchesAgainAndAgain() {
        String hash = hasher.hash("admin");

        assertTrue(secrets.matches("admin", hash));
        assertTrue(secrets.matches("admin", hash));
    }

    @Test
    void secretVerifiedForOneHashIsNotTakenForAnother() {
        assertTrue(secrets.matches("admin", hasher.hash("admin")));

        assertFalse(secrets.matches("admin", hasher.hash("other")));
    }

    @Test
    void wrongSecretIsNotRemembered() {
        String hash = hasher.hash("admin");

        assertFalse(secrets.matches("wrong", hash));
        assertFalse(secrets.matches("wrong", hash));
    }

    @Test
    void rememberedSecretCostsNoHashing() {
        PasswordHasher slow = new PasswordHasher(random, 400_000);
        VerifiedSecrets remembering = new VerifiedSecrets(slow, random);
        String hash = remembering.hash("admin");

        long start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertTrue(remembering.matches("admin", hash));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, "20 looks took " + took);
    }

    @Test
    void secretOfHashIsRecognised() {
        String hash = secrets.hash("admin");

        assertTrue(hasher.verify("admin", hash));
        assertEquals(true, secrets.matches("admin", hash));
    }
}
