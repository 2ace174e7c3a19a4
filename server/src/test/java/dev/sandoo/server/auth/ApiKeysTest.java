package dev.sandoo.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeysTest {
    @ParameterizedTest
    @CsvSource({"0123456789abcdef, 01234567", "01234567, 01234567", "0123, 0123", "'', ''"})
    void keysAreFoundByTheirFirstCharacters(String secret, String index) {
        assertEquals(index, ApiKeys.index(secret));
    }
}
