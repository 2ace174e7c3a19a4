package dev.sandoo.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.EmulatorServer;
import dev.sandoo.server.TestSandoo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** The live page of calls in a real browser. */
class CallsBrowserIT {
    private static final String DATABASE = TestSandoo.database("19.0");

    private final EmulatorServer server = TestSandoo.of("19.0");
    private final ChromeDriver browser = Chromium.ofRun();

    @Test
    void callsAppearByThemselvesAndOpenToShowWhatWasSent() throws Exception {
        browser.get(server.url() + "/_sandoo/calls?db=" + DATABASE);
        browser.findElement(By.id("model")).sendKeys("res.lang");
        browser.findElement(By.id("method")).sendKeys("search_count", "\t");
        until(page -> text("#state").endsWith("made in all."));

        search("page-one");
        until(page -> text("#calls").contains("res.lang.search_count"));
        search("page-two");
        until(page -> rows() == 2);
        browser.findElement(By.cssSelector("#calls tr:first-child summary")).click();

        assertTrue(text("#calls tr:first-child").contains("page-two"), text("#calls"));
        assertTrue(text("#calls tr:first-child").contains("admin"), text("#calls"));
        assertEquals("ok", text("#calls tr:first-child td:last-child"));
        Screenshots.take(browser, "calls");
    }

    @Test
    void aPausedPageStandsStillUntilItGoesOn() throws Exception {
        browser.get(server.url() + "/_sandoo/calls?db=" + DATABASE);
        browser.findElement(By.id("model")).sendKeys("res.currency\t");
        until(page -> text("#state").endsWith("made in all."));

        browser.findElement(By.id("pause")).click();

        assertEquals("Go on", text("#pause"));
        browser.findElement(By.id("pause")).click();
        assertEquals("Pause", text("#pause"));
    }

    private void search(String code) throws IOException, InterruptedException {
        String body = """
                {"jsonrpc": "2.0", "id": 1, "params": {"service": "object", "method": "execute_kw", "args":
                ["%s", 2, "admin", "res.lang", "search_count", [[["code", "=", "%s"]]]]}}""".formatted(DATABASE, code);
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/jsonrpc"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding());
    }

    private int rows() {
        return browser.findElements(By.cssSelector("#calls tr")).size();
    }

    private String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    private void until(Predicate<ChromeDriver> condition) {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.test(browser)) {
            assertTrue(Instant.now().isBefore(end), () -> "the page does not change: " + text("main"));
        }
    }
}
