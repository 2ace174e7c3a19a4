package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.TestSandoo;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Writing a policy in a real browser: a mistake is named by its line, and what was written is not lost. */
class PolicyBrowserIT {
    private static ChromeDriver browser;

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

    @Test
    void anAdministratorWritesAPolicyAndCorrectsIt() {
        go("/web/login");
        browser.findElement(By.name("login")).sendKeys("admin");
        browser.findElement(By.name("password")).sendKeys("admin");
        submit();
        go("/my/security/policies/new");
        write("browser-form", "models:\n  crm.lead:\n    methods: [craete]\n");
        submit();

        String error = browser.findElement(By.id("error")).getText();
        assertTrue(error.contains("line 3"), error);
        assertTrue(error.contains("create"), error);
        assertEquals("browser-form", browser.findElement(By.name("name")).getDomProperty("value"));

        write("browser-form", "models:\n  crm.lead:\n    methods: [create]\n");
        submit();
        assertFalse(browser.findElements(By.cssSelector("[role=status]")).isEmpty());
        Screenshots.take(browser, "policy");
        for (WebElement field : browser.findElements(By.cssSelector("main input:not([type=hidden]), main textarea"))) {
            assertFalse(field.getAccessibleName().isEmpty(), field.getDomAttribute("name"));
        }
        go("/my/security/policies");
        assertFalse(browser.findElements(By.linkText("browser-form")).isEmpty());
    }

    private static void write(String name, String document) {
        for (WebElement field : browser.findElements(By.cssSelector("[name=name], [name=document]"))) {
            field.clear();
        }
        browser.findElement(By.name("name")).sendKeys(name);
        browser.findElement(By.name("document")).sendKeys(document);
    }

    private static void go(String path) {
        browser.get(TestSandoo.of("19.0").url() + path);
    }

    /** Sends the form of the page, and waits for the next one. */
    private static void submit() {
        browser.executeScript("window.isLeft = true");
        browser.findElement(By.cssSelector("main form button[type=submit]")).click();
        Instant end = Instant.now().plusSeconds(20);
        while (!Boolean.TRUE.equals(
                browser.executeScript("return !window.isLeft && document.readyState === 'complete'"))) {
            assertTrue(Instant.now().isBefore(end), "the form led nowhere");
        }
    }
}
