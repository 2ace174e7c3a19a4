package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.TestSandoo;
import dev.sandoo.server.web.TestUsers.Person;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Looking through the calls in a real browser. */
class AuditBrowserIT {
    private static final String VERSION = "19.0";

    private static ChromeDriver browser;

    private final TestUsers users = new TestUsers(VERSION);

    @BeforeAll
    static void open() {
        browser = Chromium.open(1200, 900);
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
    void anAdministratorFindsWhoChangedWhatAndWhatWasRefused() {
        Person clerk = users.employee("Kim Clerk");
        int id = (Integer) users.admin("res.partner.industry", "create", Map.of("name", "Fishing"));
        users.admin("res.partner.industry", "write", List.of(id), Map.of("name", "Farming"));
        assertThrows(
                RuntimeException.class,
                () -> users.call(clerk.uid(), clerk.password(), "res.partner.industry", "unlink", List.of(id)));
        login("admin", "admin");
        go("/my/security");
        click(By.linkText("Show the calls"));

        browser.findElement(By.name("model")).sendKeys("res.partner.industry");
        click(By.cssSelector("main form button[type=submit]"));
        List<WebElement> rows = browser.findElements(By.cssSelector("tbody tr"));
        assertEquals(3, rows.size());
        assertTrue(rows.get(0).getText().contains("refused"), rows.get(0).getText());
        assertTrue(rows.get(0).getText().contains("Kim Clerk"), rows.get(0).getText());
        rows.get(1).findElement(By.tagName("summary")).click();
        assertTrue(
                rows.get(1).getText().contains("name: Fishing → Farming"),
                rows.get(1).getText());
        Screenshots.take(browser, "calls");

        browser.findElement(By.cssSelector("option[value=refused]")).click();
        click(By.cssSelector("main form button[type=submit]"));
        assertEquals(1, browser.findElements(By.cssSelector("tbody tr")).size());
        for (WebElement field : browser.findElements(By.cssSelector("main input, main select"))) {
            assertFalse(field.getAccessibleName().isEmpty(), field.getDomAttribute("name"));
        }
    }

    @Test
    void manyCallsHaveSeveralPages() {
        for (int i = 0; i < 51; i++) {
            users.admin("res.country.group", "search_count", List.of());
        }
        login("admin", "admin");
        go("/my/security/calls?model=res.country.group");
        assertEquals(50, browser.findElements(By.cssSelector("tbody tr")).size());

        click(By.linkText("Older"));

        assertTrue(browser.findElements(By.cssSelector("tbody tr")).size() >= 1);
        assertTrue(browser.getCurrentUrl().contains("model=res.country.group"), browser.getCurrentUrl());
        assertFalse(browser.findElements(By.linkText("Newer")).isEmpty());
    }

    @Test
    void othersAreToldThatItIsNotForThem() {
        Person clerk = users.employee();
        login(clerk.login(), clerk.password());
        go("/my/security");
        assertTrue(browser.findElements(By.linkText("Show the calls")).isEmpty());

        go("/my/security/calls");

        assertEquals("Not for you", browser.findElement(By.tagName("h1")).getText());
        assertTrue(browser.findElements(By.tagName("table")).isEmpty());
    }

    private void login(String login, String password) {
        go("/web/login");
        browser.findElement(By.name("login")).sendKeys(login);
        browser.findElement(By.name("password")).sendKeys(password);
        click(By.cssSelector("main form button[type=submit]"));
    }

    private void go(String path) {
        browser.get(TestSandoo.of(VERSION).url() + path);
    }

    /** Clicks on what leads to another page, and waits for that page. */
    private void click(By link) {
        browser.executeScript("window.isLeft = true");
        browser.findElement(link).click();
        Instant end = Instant.now().plusSeconds(20);
        while (!Boolean.TRUE.equals(
                browser.executeScript("return !window.isLeft && document.readyState === 'complete'"))) {
            assertTrue(Instant.now().isBefore(end), () -> link + " led nowhere");
        }
    }
}
