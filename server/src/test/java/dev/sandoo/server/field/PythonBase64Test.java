package dev.sandoo.server.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.error.PythonError;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recorded: 19.0, scenarios {@code orm_read/binary-bad} and {@code orm_custom/attachment-raw}. */
class PythonBase64Test {
    @ParameterizedTest
    @CsvSource({"aGVsbG8=, hello", "'aGVs\nbG8=', hello", "aGVs$bG8=, hello", "YQ==, a", "%%%, ''"})
    void strangersAmongTheLettersArePassedOver(String base64, String text) {
        assertEquals(text, new String(PythonBase64.decode(base64), StandardCharsets.UTF_8));
    }

    @Test
    void oneLetterTooManyIsTold() {
        PythonError refused = assertThrows(PythonError.class, () -> PythonBase64.decode("not base64!"));

        assertEquals("binascii.Error", refused.type());
        assertEquals(
                "Invalid base64-encoded string: number of data characters (9) cannot be 1 more than a multiple of 4",
                refused.getMessage());
    }

    @Test
    void missingPaddingIsTold() {
        assertEquals(
                "Incorrect padding",
                assertThrows(PythonError.class, () -> PythonBase64.decode("abc"))
                        .getMessage());
    }

    @Test
    void aNumberIsNoText() {
        assertEquals(
                "argument should be a bytes-like object or ASCII string, not 'int'",
                assertThrows(PythonError.class, () -> PythonBase64.decode(12)).getMessage());
    }
}
