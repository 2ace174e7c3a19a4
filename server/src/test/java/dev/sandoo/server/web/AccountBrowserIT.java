package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.sandoo.server.web.TestUsers.Person;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Whole journeys of people through the pages of their account, in a real browser. */
class AccountBrowserIT {
    private final TestUsers users = new TestUsers("19.0");
    private final Browser browser = Browser.ofNobody();

    @Test
    void aWrongPasswordIsToldAndTheRightOneLogsIn() {
        Person person = users.employee();
        browser.go("/web/login");
        Screenshots.take(browser.driver(), "login");
        browser.fill("login", person.login());
        browser.fill("password", "wrong");
        browser.submit();
        assertEquals("Wrong login/password", browser.alert());
        assertEquals(person.login(), browser.find(By.name("login")).getDomProperty("value"));
        Screenshots.take(browser.driver(), "login-wrong");

        browser.fill("password", person.password());
        browser.submit();

        assertEquals("Hello, Sam Doe", browser.heading());
        Screenshots.take(browser.driver(), "start");
    }

    @Test
    void aKeyIsMadeUsedAndDeleted() {
        Person person = users.employee();
        login(person);
        browser.go("/my/security");
        browser.follow("New API key");
        assertEquals("Confirm that it is you", browser.heading());
        browser.fill("password", "wrong");
        browser.submit();
        assertEquals("That is not your password.", browser.alert());
        Screenshots.take(browser.driver(), "confirm");
        browser.fill("password", person.password());
        browser.submit();
        assertEquals("New API key", browser.heading());
        Screenshots.take(browser.driver(), "new-key");
        browser.fill("name", "Web shop");
        browser.submit();
        assertEquals("API key ready", browser.heading());
        String key = browser.find(By.id("key")).getText();
        assertTrue(browser.find(By.cssSelector("button[data-copy]")).isDisplayed());
        assertTrue(users.mayCall(person, key));
        hide("key");
        Screenshots.take(browser.driver(), "key");

        browser.follow("Done");
        assertTrue(browser.main().contains("Web shop"), browser.main());
        Screenshots.take(browser.driver(), "security");
        browser.follow("Delete");
        Screenshots.take(browser.driver(), "delete-key");
        browser.submit();

        assertTrue(browser.main().contains("The API key is deleted"), browser.main());
        assertFalse(users.mayCall(person, key));
    }

    @Test
    void aKeyIsRefusedAtTheLogin() {
        Person person = users.employee();
        login(person);
        String key = makeKey(person);
        logout();

        browser.go("/web/login");
        browser.fill("login", person.login());
        browser.fill("password", key);
        browser.submit();

        assertEquals("Wrong login/password", browser.alert());
        assertTrue(users.mayCall(person, key));
    }

    @Test
    void aSecondFactorIsSwitchedOnAskedForAndSwitchedOff() {
        Person person = users.employee();
        login(person);
        browser.go("/my/security");
        browser.follow("Switch on");
        browser.fill("password", person.password());
        browser.submit();
        assertEquals("Switch on the second factor", browser.heading());
        String secret = browser.find(By.id("secret")).getText().replace(" ", "");
        assertTrue(browser.find(By.cssSelector("img.qr"))
                .getDomProperty("naturalWidth")
                .matches("[1-9][0-9]+"));
        browser.fill("code", "000000");
        browser.submit();
        assertEquals("Verification failed, please double-check the 6-digit code", browser.alert());
        Screenshots.take(browser.driver(), "second-factor-enable");
        browser.fill("code", code(secret, Instant.now()));
        browser.submit();
        assertTrue(browser.main().contains("The second factor is on."), browser.main());
        assertFalse(users.mayCall(person, person.password()));
        Screenshots.take(browser.driver(), "security-second-factor");
        logout();

        login(person);
        assertEquals("Second factor", browser.heading());
        Screenshots.take(browser.driver(), "second-factor");
        browser.fill("totp_token", code(secret, Instant.now().plusSeconds(30))); // each code counts once
        browser.submit();
        assertEquals("Hello, Sam Doe", browser.heading());
        browser.go("/my/security");
        browser.follow("Switch off");
        Screenshots.take(browser.driver(), "second-factor-disable");
        browser.submit();
        if (browser.heading().equals("Confirm that it is you")) {
            browser.fill("password", person.password());
            browser.submit();
            browser.submit();
        }

        assertTrue(browser.main().contains("The second factor is off."), browser.main());
        assertTrue(users.mayCall(person, person.password()));
    }

    @Test
    void aChangedPasswordIsTheOneThatLogsIn() {
        Person person = users.employee();
        login(person);
        browser.go("/my/security");
        browser.follow("Change password");
        Screenshots.take(browser.driver(), "password");
        browser.fill("old", person.password());
        browser.fill("new", "quite another");
        browser.fill("again", "not the same");
        browser.submit();
        assertEquals("The new password and its confirmation must be identical.", browser.alert());
        browser.fill("old", person.password());
        browser.fill("new", "quite another");
        browser.fill("again", "quite another");
        browser.submit();
        assertTrue(browser.main().contains("Your password is changed."), browser.main());
        logout();

        login(new Person(person.uid(), person.login(), "quite another"));

        assertEquals("Hello, Sam Doe", browser.heading());
    }

    @Test
    void nothingIsLoadedThatThePageDoesNotAllow() {
        login(users.employee("<img src=x onerror=alert(1)>"));
        browser.go("/my/security");

        assertEquals(
                "<img src=x onerror=alert(1)>",
                browser.find(By.cssSelector("nav a")).getText());
        Object ran = browser.driver().executeScript("""
                const script = document.createElement('script');
                script.textContent = 'window.ran = true';
                document.head.append(script);
                return window.ran === true""");
        assertEquals(false, ran);
    }

    @Test
    void everyFieldHasALabelAndEveryPageItsLandmarks() {
        for (String path :
                new String[] {"/web/login", "/my/security", "/my/security/password", "/my/security/confirm"}) {
            if (path.equals("/my/security")) {
                login(users.employee());
            }
            browser.go(path);
            browser.requireLabels();
            assertEquals(1, browser.findAll(By.tagName("main")).size(), path);
            assertEquals(1, browser.findAll(By.tagName("h1")).size(), path);
            assertEquals("en", browser.find(By.tagName("html")).getDomAttribute("lang"), path);
        }
    }

    private String makeKey(Person person) {
        browser.go("/my/security/keys/new");
        browser.fill("password", person.password());
        browser.submit();
        browser.fill("name", "A program");
        browser.submit();
        return browser.find(By.id("key")).getText();
    }

    private void login(Person person) {
        browser.login(person.login(), person.password());
    }

    private void logout() {
        browser.logout();
        assertEquals("Log in", browser.heading());
    }

    /** Keeps a secret out of the documents' pictures. */
    private void hide(String id) {
        browser.driver().executeScript("document.getElementById(arguments[0]).textContent = '0'.repeat(40)", id);
    }

    private static String code(String secret, Instant moment) {
        try {
            TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
            int code = codes.generateOneTimePassword(new SecretKeySpec(base32(secret), codes.getAlgorithm()), moment);
            return String.format(Locale.ROOT, "%06d", code);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    /** As an authenticator app would read it, not as the server does. */
    private static byte[] base32(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int next = 0;
        for (char letter : text.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[next++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
