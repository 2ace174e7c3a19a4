package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Writing a policy in a real browser: a mistake is named by its line, and what was written is not lost. */
class PolicyBrowserIT {
    private final Browser browser = Browser.ofNobody();

    @Test
    void anAdministratorWritesAPolicyAndCorrectsIt() {
        browser.login("admin", "admin");
        browser.go("/my/security/policies/new");
        write("browser-form", "models:\n  crm.lead:\n    methods: [craete]\n");
        browser.submit();

        String error = browser.find(By.id("error")).getText();
        assertTrue(error.contains("line 3"), error);
        assertTrue(error.contains("create"), error);
        assertEquals("browser-form", browser.find(By.name("name")).getDomProperty("value"));

        write("browser-form", "models:\n  crm.lead:\n    methods: [create]\n");
        browser.submit();
        assertTrue(browser.has(By.cssSelector("[role=status]")));
        Screenshots.take(browser.driver(), "policy");
        browser.requireLabels();
        browser.go("/my/security/policies");
        assertTrue(browser.has(By.linkText("browser-form")));
    }

    private void write(String name, String document) {
        browser.fill("name", name);
        browser.fill("document", document);
    }
}
