package dev.sandoo.server.web;

import static dev.sandoo.server.web.Visitor.location;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.EmulatorServer;
import dev.sandoo.server.TestSandoo;
import dev.sandoo.server.web.TestUsers.Person;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Web sessions as browsers and programs see them. Recorded: auth_web, unless said otherwise. */
class SessionsWireIT {
    @ParameterizedTest
    @CsvSource({"14.0, /web", "19.0, /odoo"})
    void aGoodLoginLeadsToWherePeopleBegin(String version, String home) {
        Visitor visitor = visitor(version);

        HttpResponse<String> answer = visitor.login("admin", "admin");

        assertEquals(303, answer.statusCode());
        assertEquals(home, location(answer));
        assertTrue(visitor.isLoggedIn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void aLoginNeverKeepsTheTokenThatTheBrowserCameWith(String version) {
        Visitor visitor = visitor(version);
        visitor.get("/web/login");
        String planted = visitor.cookie("session_id").orElseThrow();

        visitor.login("admin", "admin");

        assertNotEquals(planted, visitor.cookie("session_id").orElseThrow());
        Visitor thief = visitor(version);
        thief.plant("session_id", planted);
        assertFalse(thief.isLoggedIn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void aWrongPasswordAndAnUnknownLoginReadTheSame(String version) {
        String wrong = visitor(version).login("admin", "nope").body();
        String unknown = visitor(version).login("nobody", "nope").body();
        Visitor good = visitor(version);

        good.login("admin", "admin"); // forgets the failures, which would make other tests wait

        assertTrue(wrong.contains("Wrong login/password"), wrong);
        assertEquals(withoutTokens(wrong).replace("admin", "nobody"), withoutTokens(unknown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void aLoginIsEscapedWhereItIsShownAgain(String version) {
        String page =
                visitor(version).login("\"><script>alert(1)</script>", "x").body();
        visitor(version).login("admin", "admin");

        assertFalse(page.contains("<script>"), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void aFormWithoutTheTokenOfItsSessionIsRefused(String version) {
        Visitor visitor = visitor(version);
        visitor.get("/web/login");
        Visitor other = visitor(version);
        other.get("/web/login");

        HttpResponse<String> answer =
                visitor.post("/web/login", Map.of("login", "admin", "password", "admin", "csrf_token", other.csrf()));

        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("Session expired (invalid CSRF token)"), answer.body());
        assertFalse(visitor.isLoggedIn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void aChangedPasswordEndsEverySession(String version) {
        TestUsers users = new TestUsers(version);
        Person person = users.employee();
        Visitor visitor = visitor(version);
        visitor.login(person.login(), person.password());
        assertTrue(visitor.isLoggedIn());

        users.call(person.uid(), person.password(), "res.users", "change_password", person.password(), "another");

        assertFalse(visitor.isLoggedIn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void anApiKeyIsAWrongPasswordToEveryLogin(String version) {
        TestUsers users = new TestUsers(version);
        Person person = users.employee();
        Visitor visitor = visitor(version);
        visitor.login(person.login(), person.password());
        String key = KeyPages.make(visitor, person.password(), "For a program");

        HttpResponse<String> form = visitor(version).login(person.login(), key);
        String json = visitor(version).json("/web/session/authenticate", credentials(version, person.login(), key));
        visitor(version).login("admin", "admin");

        assertTrue(users.mayCall(person, key));
        assertTrue(form.body().contains("Wrong login/password"), form.body());
        assertTrue(json.contains("odoo.exceptions.AccessDenied"), json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void everyNodeKnowsASession(String version) {
        Visitor visitor = visitor(version);
        visitor.login("admin", "admin");
        String token = visitor.cookie("session_id").orElseThrow();

        try (EmulatorServer other = TestSandoo.start(version)) {
            Visitor elsewhere = new Visitor(other.url());
            elsewhere.plant("session_id", token);
            assertTrue(elsewhere.isLoggedIn());

            visitor.get("/web/session/logout");

            assertFalse(elsewhere.isLoggedIn());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void pagesOfAccountsAreKeptToThePersonBeforeThem(String version) {
        Visitor visitor = visitor(version);
        visitor.login("admin", "admin");

        HttpResponse<String> page = visitor.get("/my/security");

        Map<String, String> expected = Map.of(
                "cache-control", "no-store",
                "x-frame-options", "deny",
                "x-content-type-options", "nosniff",
                "referrer-policy", "same-origin",
                "content-security-policy", "frame-ancestors 'none'");
        expected.forEach((name, value) ->
                assertEquals(value, page.headers().firstValue(name).orElse(""), name));
        assertTrue(page.body().contains("Content-Security-Policy"), page.body());
    }

    @ParameterizedTest
    @CsvSource({"14.0, 302", "19.0, 303"})
    void strangersAreLedToTheLogin(String version, int status) {
        HttpResponse<String> answer = visitor(version).get("/my/security");

        assertEquals(status, answer.statusCode());
        assertTrue(location(answer).startsWith("/web/login"), location(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void nobodyDeletesTheKeyOfAnother(String version) {
        TestUsers users = new TestUsers(version);
        Person owner = users.employee();
        Visitor ownersBrowser = visitor(version);
        ownersBrowser.login(owner.login(), owner.password());
        String key = KeyPages.make(ownersBrowser, owner.password(), "Mine");
        int id = KeyPages.firstId(ownersBrowser);
        Person other = users.employee();
        Visitor visitor = visitor(version);
        visitor.login(other.login(), other.password());

        HttpResponse<String> answer = visitor.get("/my/security/keys/" + id + "/delete");
        visitor.post("/my/security/keys/" + id + "/delete", Map.of());

        assertEquals(404, answer.statusCode());
        assertTrue(users.mayCall(owner, key));
    }

    private static Visitor visitor(String version) {
        return new Visitor(TestSandoo.of(version).url());
    }

    private static String credentials(String version, String login, String password) {
        return "{\"db\": \"%s\", \"login\": \"%s\", \"password\": \"%s\"}"
                .formatted(TestSandoo.database(version), login, password);
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("[0-9a-f]{40}o[0-9]+", "");
    }
}
