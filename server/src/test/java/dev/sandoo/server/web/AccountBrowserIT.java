package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.sandoo.server.TestSandoo;
import dev.sandoo.server.web.TestUsers.Person;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Whole journeys of people through the pages of their account, in a real browser. */
class AccountBrowserIT {
    private static final String VERSION = "19.0";

    private static ChromeDriver browser;

    private final TestUsers users = new TestUsers(VERSION);

    @BeforeAll
    static void open() {
        browser = Chromium.open(1000, 800);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void beNobody() {
        browser.manage().deleteAllCookies();
    }

    @Test
    void aWrongPasswordIsToldAndTheRightOneLogsIn() {
        Person person = users.employee();
        go("/web/login");
        Screenshots.take(browser, "login");
        fill("login", person.login());
        fill("password", "wrong");
        submit();
        assertEquals("Wrong login/password", alert());
        assertEquals(person.login(), browser.findElement(By.name("login")).getDomProperty("value"));
        Screenshots.take(browser, "login-wrong");

        fill("password", person.password());
        submit();

        assertEquals("Hello, Sam Doe", heading());
        Screenshots.take(browser, "start");
    }

    @Test
    void aKeyIsMadeUsedAndDeleted() {
        Person person = users.employee();
        login(person);
        go("/my/security");
        follow("New API key");
        assertEquals("Confirm that it is you", heading());
        fill("password", "wrong");
        submit();
        assertEquals("That is not your password.", alert());
        Screenshots.take(browser, "confirm");
        fill("password", person.password());
        submit();
        assertEquals("New API key", heading());
        Screenshots.take(browser, "new-key");
        fill("name", "Web shop");
        submit();
        assertEquals("API key ready", heading());
        String key = browser.findElement(By.id("key")).getText();
        assertTrue(browser.findElement(By.cssSelector("button[data-copy]")).isDisplayed());
        assertTrue(users.mayCall(person, key));
        hide("key");
        Screenshots.take(browser, "key");

        follow("Done");
        assertTrue(main().contains("Web shop"), main());
        Screenshots.take(browser, "security");
        follow("Delete");
        Screenshots.take(browser, "delete-key");
        submit();

        assertTrue(main().contains("The API key is deleted"), main());
        assertFalse(users.mayCall(person, key));
    }

    @Test
    void aKeyIsRefusedAtTheLogin() {
        Person person = users.employee();
        login(person);
        String key = makeKey(person);
        logout();

        go("/web/login");
        fill("login", person.login());
        fill("password", key);
        submit();

        assertEquals("Wrong login/password", alert());
        assertTrue(users.mayCall(person, key));
    }

    @Test
    void aSecondFactorIsSwitchedOnAskedForAndSwitchedOff() {
        Person person = users.employee();
        login(person);
        go("/my/security");
        follow("Switch on");
        fill("password", person.password());
        submit();
        assertEquals("Switch on the second factor", heading());
        String secret = browser.findElement(By.id("secret")).getText().replace(" ", "");
        assertTrue(browser.findElement(By.cssSelector("img.qr"))
                .getDomProperty("naturalWidth")
                .matches("[1-9][0-9]+"));
        fill("code", "000000");
        submit();
        assertEquals("Verification failed, please double-check the 6-digit code", alert());
        Screenshots.take(browser, "second-factor-enable");
        fill("code", code(secret, Instant.now()));
        submit();
        assertTrue(main().contains("The second factor is on."), main());
        assertFalse(users.mayCall(person, person.password()));
        Screenshots.take(browser, "security-second-factor");
        logout();

        login(person);
        assertEquals("Second factor", heading());
        Screenshots.take(browser, "second-factor");
        fill("totp_token", code(secret, Instant.now().plusSeconds(30))); // each code counts once
        submit();
        assertEquals("Hello, Sam Doe", heading());
        go("/my/security");
        follow("Switch off");
        Screenshots.take(browser, "second-factor-disable");
        submit();
        if (heading().equals("Confirm that it is you")) {
            fill("password", person.password());
            submit();
            submit();
        }

        assertTrue(main().contains("The second factor is off."), main());
        assertTrue(users.mayCall(person, person.password()));
    }

    @Test
    void aChangedPasswordIsTheOneThatLogsIn() {
        Person person = users.employee();
        login(person);
        go("/my/security");
        follow("Change password");
        Screenshots.take(browser, "password");
        fill("old", person.password());
        fill("new", "quite another");
        fill("again", "not the same");
        submit();
        assertEquals("The new password and its confirmation must be identical.", alert());
        fill("old", person.password());
        fill("new", "quite another");
        fill("again", "quite another");
        submit();
        assertTrue(main().contains("Your password is changed."), main());
        logout();

        login(new Person(person.uid(), person.login(), "quite another"));

        assertEquals("Hello, Sam Doe", heading());
    }

    @Test
    void nothingIsLoadedThatThePageDoesNotAllow() {
        login(users.employee("<img src=x onerror=alert(1)>"));
        go("/my/security");

        assertEquals(
                "<img src=x onerror=alert(1)>",
                browser.findElement(By.cssSelector("nav a")).getText());
        Object ran = browser.executeScript("""
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
            go(path);
            for (WebElement field : browser.findElements(By.cssSelector("input:not([type=hidden]), select"))) {
                assertFalse(field.getAccessibleName().isEmpty(), path + " " + field.getDomAttribute("name"));
            }
            assertEquals(1, browser.findElements(By.tagName("main")).size(), path);
            assertEquals(1, browser.findElements(By.tagName("h1")).size(), path);
            assertEquals("en", browser.findElement(By.tagName("html")).getDomAttribute("lang"), path);
        }
    }

    private String makeKey(Person person) {
        go("/my/security/keys/new");
        fill("password", person.password());
        submit();
        fill("name", "A program");
        submit();
        return browser.findElement(By.id("key")).getText();
    }

    private void login(Person person) {
        go("/web/login");
        fill("login", person.login());
        fill("password", person.password());
        submit();
    }

    private void logout() {
        leaveBy(By.cssSelector("header button"));
        assertEquals("Log in", heading());
    }

    private void go(String path) {
        browser.get(TestSandoo.of(VERSION).url() + path);
    }

    private void fill(String name, String text) {
        WebElement field = browser.findElement(By.name(name));
        field.clear();
        field.sendKeys(text);
    }

    private void submit() {
        leaveBy(By.cssSelector("main form button[type=submit]"));
    }

    private void follow(String text) {
        leaveBy(By.linkText(text));
    }

    /** Clicks on what leads to another page, and waits for that page. */
    private void leaveBy(By link) {
        browser.executeScript("window.isLeft = true");
        browser.findElement(link).click();
        Instant end = Instant.now().plusSeconds(20);
        while (!Boolean.TRUE.equals(
                browser.executeScript("return !window.isLeft && document.readyState === 'complete'"))) {
            assertTrue(Instant.now().isBefore(end), () -> link + " led nowhere");
        }
    }

    private String heading() {
        return browser.findElement(By.tagName("h1")).getText();
    }

    private String alert() {
        return browser.findElement(By.cssSelector("[role=alert]")).getText();
    }

    private String main() {
        return browser.findElement(By.tagName("main")).getText();
    }

    /** Keeps a secret out of the documents' pictures. */
    private void hide(String id) {
        browser.executeScript("document.getElementById(arguments[0]).textContent = '0'.repeat(40)", id);
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
