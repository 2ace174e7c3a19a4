package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.wire.TestVersions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest {
    /** Recorded: auth_web form-redirect, form-redirect-outside. */
    @ParameterizedTest
    @CsvSource({
        "/web/session/account?x=1, /web/session/account?x=1",
        "http://evil.example/x, /x",
        "//evil.example/x, /x",
        "/web#home=1, /web#home=1",
        "javascript:alert(1), /",
        "evil, /evil",
        "'/x\r\nSet-Cookie: a=b', /"
    })
    void laterVersionsStayOnTheSite(String wanted, String location) {
        assertEquals(location, new Redirects(TestVersions.named("19.0")).wanted(wanted));
    }

    /** Recorded: auth_web form-redirect-outside. */
    @Test
    void earlierVersionsGoWhereTheyAreTold() {
        Redirects redirects = new Redirects(TestVersions.named("14.0"));

        assertEquals("http://evil.example/x", redirects.wanted("http://evil.example/x"));
        assertEquals("/xSet-Cookie: a=b", redirects.wanted("/x\r\nSet-Cookie: a=b"));
    }
}
