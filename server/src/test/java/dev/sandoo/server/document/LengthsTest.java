package dev.sandoo.server.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LengthsTest {
    @ParameterizedTest
    @CsvSource({
        "200ms, PT0.2S",
        "1.5s, PT1.5S",
        "2m, PT2M",
        "1h, PT1H",
        "-1d, PT-24H",
        "2w, PT336H",
        "PT2H, PT2H",
        "0ms, PT0S"
    })
    void lengthsAreReadAsPeopleWriteThem(String text, Duration length) {
        assertEquals(Optional.of(length), Lengths.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "soon", "1y", "ms"})
    void otherTextsAreNone(String text) {
        assertEquals(Optional.empty(), Lengths.parse(text));
    }
}
