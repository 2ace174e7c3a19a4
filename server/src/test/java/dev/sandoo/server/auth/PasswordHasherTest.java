package dev.sandoo.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.error.PythonError;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHasherTest {
    private final PasswordHasher hasher = new PasswordHasher(new SecureRandom(), 10);

    /** Computed with Python's {@code hashlib.pbkdf2_hmac}, written as passlib writes hashes. */
    @Test
    void hashOfAnotherImplementationIsVerified() {
        String hash = "$pbkdf2-sha512$25000$AAECAwQFBgcICQoLDA0ODw"
                + "$hzjCVDG9FELw2b5EEyih3Omxf8FRIQmndWjgpGGArUfNcobEKrNA0TCDqviQOUQRez/u2tkBEug55SdLU1CGvQ";

        assertTrue(hasher.verify("admin", hash));
        assertFalse(hasher.verify("Admin", hash));
    }

    @Test
    void secretBeyondAsciiAndDotsInBase64AreVerified() {
        String hash = "$pbkdf2-sha512$1000$8PHy8/T19vf4.fr7/P3./w"
                + "$k1woTWLZ6/tOAzADy8PbrRp5dCXGMfrr4FbgiUoE8U3joC3x.1DEu62vHj3Oai4ivx.S0dpOwxMu28tOkLf0rA";

        assertTrue(hasher.verify("pässwörd-密码-🔑", hash));
        assertFalse(hasher.verify("passwörd-密码-🔑", hash));
    }

    @Test
    void longestSecretIsVerified() {
        String hash = "$pbkdf2-sha512$10$ZGVmZ2hpamtsbW5vcHFycw"
                + "$HRlKMr3b2EJt1WZDKkfyx5h8uhsl8NQ/tq4sPM9vbYo3fynNEzy0tamF5uX9AZseq4a98/GkO6DB/DfR5gb2Ew";

        assertTrue(hasher.verify("x".repeat(4096), hash));
    }

    /** Source: recorded scenario {@code auth_rpc/long-password}, 19.0 and 14.0. */
    @Test
    void longerSecretIsAnError() {
        String hash = hasher.hash("x");

        PythonError error = assertThrows(PythonError.class, () -> hasher.verify("x".repeat(4097), hash));

        assertEquals("passlib.exc.PasswordSizeError", error.pythonName());
        assertEquals("password exceeds maximum allowed size", error.getMessage());
    }

    @Test
    void secretsAreMeasuredInCharactersNotInHalvesOfThem() {
        String longest = "🔑".repeat(4096);

        assertTrue(hasher.verify(longest, hasher.hash(longest)));
    }

    @Test
    void hashHasPasslibsForm() {
        String hash = hasher.hash("admin");

        assertTrue(hash.matches("\\$pbkdf2-sha512\\$10\\$[A-Za-z0-9./]{22}\\$[A-Za-z0-9./]{86}"), hash);
    }

    @Test
    void sameSecretIsNeverHashedTheSameTwice() {
        assertNotEquals(hasher.hash("admin"), hasher.hash("admin"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "admin",
                "$pbkdf2-sha512$",
                "$pbkdf2-sha512$10$AAAA",
                "$pbkdf2-sha512$ten$AAAA$AAAA",
                "$pbkdf2-sha512$0$AAAA$AAAA",
                "$pbkdf2-sha512$-5$AAAA$AAAA",
                "$pbkdf2-sha512$999999999$AAAA$AAAA",
                "$pbkdf2-sha512$10$$",
                "$pbkdf2-sha512$10$AAAA$",
                "$pbkdf2-sha512$10$!!!!$AAAA",
                "$pbkdf2-sha512$10$AAAA$AAAA$AAAA",
                "$pbkdf2-sha256$10$AAAA$AAAA"
            })
    void whatIsNoSuchHashMatchesNothing(String text) {
        assertFalse(hasher.verify("admin", text));
        assertFalse(hasher.verify("", text));
    }

    @Test
    void roundsOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PasswordHasher(new SecureRandom(), 0));
    }
}
