package dev.sandoo.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prot | did you mean port?",
                "ports | did you mean port?",
                "DATABASE_URL | did you mean database-url?",
                "databse-urll | did you mean database-url?",
                "colour | known are port, database-url",
            })
    void namesWhatWasProbablyMeant(String typed, String remedy) {
        assertEquals(remedy, Suggestion.among(List.of("port", "database-url"), typed));
    }
}
