package dev.sandoo.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginCooldownTest {
    @ParameterizedTest
    @CsvSource({
        "9, 0, 10, 60, false",
        "10, 0, 10, 60, true",
        "10, 59, 10, 60, true",
        "10, 60, 10, 60, false",
        "11, 61, 10, 60, false",
        "11, 5, 10, 60, true",
        "1, 0, 1, 1, true",
        "99, 0, 0, 60, false",
        "3, 0, 3, 0, false"
    })
    void pauseFollowsTheLastOfTooManyFailures(int failures, long secondsAgo, int after, long pause, boolean wait) {
        assertEquals(
                wait,
                LoginCooldown.mustWait(failures, Duration.ofSeconds(secondsAgo), after, Duration.ofSeconds(pause)));
    }
}
