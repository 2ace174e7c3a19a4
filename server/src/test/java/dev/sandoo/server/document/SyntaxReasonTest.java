package dev.sandoo.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxReasonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{      | Unexpected end-of-input: expected close marker for Object",
                "[1, 2  | Unexpected end-of-input: expected close marker for Array",
                "{a: 1} | Unexpected character ('a' (code 97)): was expecting double-quote to start field name",
            })
    void theReasonNamesNoClass(String text, String reason) {
        JsonProcessingException error = assertThrows(JsonProcessingException.class, () -> JSON.readTree(text));

        assertEquals(reason, SyntaxReason.of(error));
    }
}
