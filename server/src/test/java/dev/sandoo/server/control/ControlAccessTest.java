package dev.sandoo.server.control;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlAccessTest {
    private static final ControlAccess OPEN = new ControlAccess(Optional.empty());
    private static final ControlAccess GUARDED = new ControlAccess(Optional.of("s3cret-token"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8069", "LOCALHOST", "127.0.0.1:8069", "127.1.2.3", "[::1]:8069"})
    void programsOnThisMachineNeedNoToken(String host) {
        assertDoesNotThrow(() -> OPEN.require(new Guest("127.0.0.1").host(host).visitor()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.7", "172.17.0.1", "2001:db8::1"})
    void otherMachinesNeedOne(String peer) {
        assertRefused(new Guest(peer), "requests from other machines need a token");
    }

    @Test
    void forwardedRequestsNeedOneWhateverTheyClaim() {
        assertRefused(new Guest("127.0.0.1").forwarded(), "requests that come through a proxy need a token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8069", "sandoo", ""})
    void namesThatOthersCanPointHereAreRefused(String host) {
        assertRefused(
                new Guest("127.0.0.1").host(host),
                "without a token the server is called localhost, 127.0.0.1 or [::1]");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, ",
        "null, ",
        "http://localhost:9999, ",
        "http://localhost:8069, cross-site",
        ", same-site",
        ", cross-site"
    })
    void pagesOfOtherSitesAreRefused(String origin, String site) {
        assertRefused(new Guest("127.0.0.1").page(origin, site), "pages of other sites may not use it");
    }

    @Test
    void pagesOfItsOwnAreWelcome() {
        assertDoesNotThrow(() -> OPEN.require(new Guest("127.0.0.1")
                .page("http://localhost:8069", "same-origin")
                .visitor()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer s3cret-token", "bearer s3cret-token"})
    void tokenOpensItFromAnywhere(String header) {
        assertDoesNotThrow(() -> GUARDED.require(new Guest("203.0.113.9")
                .host("sandoo.example")
                .forwarded()
                .authorized(header)
                .visitor()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer s3cret-token2", "Bearer ", "Basic s3cret-token", "s3cret-token"})
    void tokenIsWantedFromThisMachineToo(String header) {
        ControlException refused = assertThrows(
                ControlException.class,
                () -> GUARDED.require(new Guest("127.0.0.1").authorized(header).visitor()));

        assertEquals(ProblemKind.TOKEN_REQUIRED, refused.kind());
    }

    @Test
    void nothingTellsTheToken() {
        String told = GUARDED.toString()
                + new Guest("127.0.0.1").authorized("Bearer s3cret-token").visitor();

        assertFalse(told.contains("s3cret"), told);
    }

    private static void assertRefused(Guest guest, String reason) {
        ControlException refused = assertThrows(ControlException.class, () -> OPEN.require(guest.visitor()));

        assertEquals(ProblemKind.LOOPBACK_ONLY, refused.kind());
        assertEquals(reason + "; start Sandoo with --control-token to have one", refused.getMessage());
    }

    /** A visitor in the making. */
    private static final class Guest {
        private final String peer;
        private String host = "localhost:8069";
        private Optional<String> origin = Optional.empty();
        private Optional<String> site = Optional.empty();
        private Optional<String> authorization = Optional.empty();
        private boolean forwarded;

        Guest(String peer) {
            this.peer = peer;
        }

        Guest host(String name) {
            host = name;
            return this;
        }

        Guest page(String from, String fetchSite) {
            origin = Optional.ofNullable(from);
            site = Optional.ofNullable(fetchSite);
            return this;
        }

        Guest authorized(String header) {
            authorization = Optional.of(header);
            return this;
        }

        Guest forwarded() {
            forwarded = true;
            return this;
        }

        Visitor visitor() {
            try {
                return new Visitor(InetAddress.getByName(peer), host, origin, site, authorization, forwarded);
            } catch (UnknownHostException e) {
                throw new AssertionError(e);
            }
        }
    }
}
