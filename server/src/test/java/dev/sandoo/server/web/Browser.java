package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.TestSandoo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The pages of the server of 19.0 as a person uses them. One window serves all tests, one after the other. */
final class Browser {
    private static final String VERSION = "19.0";
    private static final long SECONDS = 20;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** A browser that nobody has logged in with. */
    static Browser ofNobody() {
        ChromeDriver driver = Chromium.ofRun();
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        return new Browser(driver);
    }

    ChromeDriver driver() {
        return driver;
    }

    void go(String path) {
        driver.get(TestSandoo.of(VERSION).url() + path);
    }

    void login(String login, String password) {
        go("/web/login");
        fill("login", login);
        fill("password", password);
        submit();
    }

    void logout() {
        leaveBy(By.cssSelector("header button"));
    }

    /** Writes into a field in the place of what it holds. */
    void fill(String name, String text) {
        WebElement field = find(By.name(name));
        field.clear();
        field.sendKeys(text);
    }

    /** Sends the form of the page. */
    void submit() {
        leaveBy(By.cssSelector("main form button[type=submit]"));
    }

    void follow(String text) {
        leaveBy(By.linkText(text));
    }

    /** Clicks on what leads to another page, and waits for that page. */
    private void leaveBy(By link) {
        driver.executeScript("window.isLeft = true");
        find(link).click();
        Instant end = Instant.now().plusSeconds(SECONDS);
        while (!Boolean.TRUE.equals(
                driver.executeScript("return !window.isLeft && document.readyState === 'complete'"))) {
            assertTrue(Instant.now().isBefore(end), () -> link + " led nowhere");
        }
    }

    WebElement find(By place) {
        return driver.findElement(place);
    }

    List<WebElement> findAll(By place) {
        return driver.findElements(place);
    }

    boolean has(By place) {
        return !findAll(place).isEmpty();
    }

    String heading() {
        return find(By.tagName("h1")).getText();
    }

    String alert() {
        return find(By.cssSelector("[role=alert]")).getText();
    }

    String main() {
        return find(By.tagName("main")).getText();
    }

    /** Fails unless programs that read the page aloud have a name for each field of it. */
    void requireLabels() {
        for (WebElement field : findAll(By.cssSelector("main input:not([type=hidden]), main select, main textarea"))) {
            assertFalse(
                    field.getAccessibleName().isEmpty(), driver.getCurrentUrl() + " " + field.getDomAttribute("name"));
        }
    }
}
