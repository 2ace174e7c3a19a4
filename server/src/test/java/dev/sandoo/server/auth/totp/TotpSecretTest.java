package dev.sandoo.server.auth.totp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTest {
    /** The ASCII text 12345678901234567890. */
    private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    /** Source: RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 81804",
        "1111111111, 50471",
        "1234567890, 5924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, long code) {
        assertEquals(OptionalLong.of(seconds / 30), secret().stepOf(code, Instant.ofEpochSecond(seconds)));
    }

    @Test
    void codeCountsOneStepBeforeAndAfterItsOwn() {
        long code = 5924;
        long step = 1234567890 / 30;

        for (int off = -1; off <= 1; off++) {
            assertEquals(OptionalLong.of(step), secret().stepOf(code, Instant.ofEpochSecond((step + off) * 30)));
        }
        assertEquals(OptionalLong.empty(), secret().stepOf(code, Instant.ofEpochSecond((step + 2) * 30)));
        assertEquals(OptionalLong.empty(), secret().stepOf(code, Instant.ofEpochSecond((step - 1) * 30 - 1)));
    }

    @Test
    void negativeNumberIsNoCode() {
        assertEquals(OptionalLong.empty(), secret().stepOf(-5924, Instant.ofEpochSecond(1234567890)));
    }

    @Test
    void newSecretSurvivesBeingReadAndTyped() {
        TotpSecret secret = TotpSecret.random(new SecureRandom());

        assertEquals(39, secret.readable().length());
        assertEquals(
                Optional.of(secret.base32()),
                TotpSecret.parse(secret.readable().toLowerCase(Locale.ROOT)).map(TotpSecret::base32));
    }

    @Test
    void textInOtherLettersIsNoSecret() {
        assertEquals(Optional.empty(), TotpSecret.parse("GEZD 1NBV"));
        assertEquals(Optional.empty(), TotpSecret.parse(""));
    }

    @Test
    void addressNamesIssuerAndAccount() {
        assertEquals(
                "otpauth://totp/My%20Co:ann%40x?secret=" + RFC_SECRET
                        + "&issuer=My%20Co&algorithm=SHA1&digits=6&period=30",
                TotpSecret.url(RFC_SECRET, "My Co", "ann@x"));
    }

    @Test
    void secretIsNotPrinted() {
        assertFalse(secret().toString().contains(RFC_SECRET.substring(0, 4)));
    }

    private static TotpSecret secret() {
        return TotpSecret.parse(RFC_SECRET).orElseThrow();
    }
}
