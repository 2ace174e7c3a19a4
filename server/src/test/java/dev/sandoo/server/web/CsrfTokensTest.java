package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.auth.session.SessionToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfTokensTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final SessionToken SESSION = new SessionToken("a-session-token-that-nobody-else-has-ever-seen");

    private final CsrfTokens tokens = new CsrfTokens(NOW);

    @Test
    void aTokenIsOfItsSessionOnly() {
        String token = tokens.of(SESSION);

        assertTrue(tokens.isOf(SESSION, token));
        assertFalse(tokens.isOf(new SessionToken("another-session-token-that-somebody-has-planted"), token));
    }

    @Test
    void aTokenEndsWithItsTime() {
        String token = tokens.of(SESSION);

        assertFalse(new CsrfTokens(Clock.offset(NOW, Duration.ofDays(8))).isOf(SESSION, token));
    }

    @Test
    void theTimeOfATokenCannotBeMovedOn() {
        String token = tokens.of(SESSION);

        assertFalse(tokens.isOf(SESSION, token + "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o", "x", "0000000000000000000000000000000000000000o99999999999"})
    void whatWasNotMadeHereIsNoToken(String token) {
        assertFalse(tokens.isOf(SESSION, token));
    }
}
