package dev.sandoo.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTimesTest {
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-05-01T10:00:00");

    private final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"30d, 2026-05-31T10:00", "12h, 2026-05-01T22:00", "2027-01-31, 2027-01-31T00:00"})
    void expirationIsALengthOrADate(String text, LocalDateTime moment) {
        assertEquals(
                Optional.of(moment),
                KeyTimes.expiration(Optional.of(text), problems).map(end -> end.seenFrom(NOW)));
        assertEquals(List.of(), problems);
    }

    @Test
    void nothingAndNeverMeanNever() {
        assertEquals(Optional.empty(), KeyTimes.expiration(Optional.empty(), problems));
        assertEquals(Optional.empty(), KeyTimes.expiration(Optional.of("never"), problems));
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "30 days", "-1d", "2027-13-01", "0d"})
    void timesThatAreNoneAreProblems(String text) {
        KeyTimes.expiration(Optional.of(text), problems);

        assertEquals(1, problems.size(), text);
    }

    @Test
    void overlapIsALength() {
        assertEquals(Duration.ofMinutes(90), KeyTimes.duration("90m", KeyOptions.OVERLAP, problems));
        assertEquals(List.of(), problems);

        KeyTimes.duration("soon", KeyOptions.OVERLAP, problems);
        assertEquals(
                "--overlap: not a length of time; write it as 90m, 24h or 7d",
                problems.get(0).line());
    }
}
