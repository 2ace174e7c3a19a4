package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.web.TestUsers.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Looking through the calls in a real browser. */
class AuditBrowserIT {
    private final TestUsers users = new TestUsers("19.0");
    private final Browser browser = Browser.ofNobody();

    @Test
    void anAdministratorFindsWhoChangedWhatAndWhatWasRefused() {
        Person clerk = users.employee("Kim Clerk");
        int id = (Integer) users.admin("res.partner.industry", "create", Map.of("name", "Fishing"));
        users.admin("res.partner.industry", "write", List.of(id), Map.of("name", "Farming"));
        assertThrows(
                RuntimeException.class,
                () -> users.call(clerk.uid(), clerk.password(), "res.partner.industry", "unlink", List.of(id)));
        browser.login("admin", "admin");
        browser.go("/my/security");
        browser.follow("Show the calls");

        browser.find(By.name("model")).sendKeys("res.partner.industry");
        browser.submit();
        List<WebElement> rows = browser.findAll(By.cssSelector("tbody tr"));
        assertEquals(3, rows.size());
        assertTrue(rows.get(0).getText().contains("refused"), rows.get(0).getText());
        assertTrue(rows.get(0).getText().contains("Kim Clerk"), rows.get(0).getText());
        rows.get(1).findElement(By.tagName("summary")).click();
        assertTrue(
                rows.get(1).getText().contains("name: Fishing → Farming"),
                rows.get(1).getText());
        Screenshots.take(browser.driver(), "calls");

        browser.find(By.cssSelector("option[value=refused]")).click();
        browser.submit();
        assertEquals(1, browser.findAll(By.cssSelector("tbody tr")).size());
        browser.requireLabels();
    }

    @Test
    void manyCallsHaveSeveralPages() {
        for (int i = 0; i < 51; i++) {
            users.admin("res.country.group", "search_count", List.of());
        }
        browser.login("admin", "admin");
        browser.go("/my/security/calls?model=res.country.group");
        assertEquals(50, browser.findAll(By.cssSelector("tbody tr")).size());

        browser.follow("Older");

        assertTrue(browser.findAll(By.cssSelector("tbody tr")).size() >= 1);
        assertTrue(
                browser.driver().getCurrentUrl().contains("model=res.country.group"),
                browser.driver().getCurrentUrl());
        assertTrue(browser.has(By.linkText("Newer")));
    }

    @Test
    void othersAreToldThatItIsNotForThem() {
        Person clerk = users.employee();
        browser.login(clerk.login(), clerk.password());
        browser.go("/my/security");
        assertFalse(browser.has(By.linkText("Show the calls")));

        browser.go("/my/security/calls");

        assertEquals("Not for you", browser.heading());
        assertFalse(browser.has(By.tagName("table")));
    }
}
