package dev.sandoo.server.auth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.wire.TestVersions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokensTest {
    /** Recorded: auth_web authenticate-sets-cookie. */
    @ParameterizedTest
    @CsvSource({"19.0, '[A-Za-z0-9_-]{84}'", "14.0, '[0-9a-f]{40}'"})
    void tokensLookAsTheVersionsDo(String version, String pattern) {
        assertTrue(tokens(version).make("demo").value().matches(pattern));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void tokensTellTheirDatabaseAndNothingElse(String version) {
        SessionTokens tokens = tokens(version);

        SessionToken token = tokens.make("demo");

        assertTrue(tokens.isOf(token, "demo"));
        assertFalse(tokens.isOf(token, "other"));
        assertNotEquals(token, tokens.make("demo"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "../../../../../../../../../../etc/passwd-and-more",
                "aaaaaaaaaaaaaaaaaaaa aaaaaaaaaaaaaaaaaaaaaa"
            })
    void whatCanBeNoTokenIsNone(String cookie) {
        assertEquals(Optional.empty(), tokens("19.0").parse(cookie));
    }

    @Test
    void tokensAreNotTold() {
        SessionToken token = tokens("19.0").make("demo");

        assertFalse(token.toString().contains(token.value()));
        assertNotEquals(token.value(), token.digest());
    }

    private static SessionTokens tokens(String version) {
        return new SessionTokens(TestVersions.named(version), new SecureRandom());
    }
}
