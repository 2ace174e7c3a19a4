package dev.sandoo.server.web;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The Chromium of the machine with its driver. Where there is none, tests that want one are skipped and say so, unless
 * {@code SANDOO_BROWSER_TESTS=required} is set, as CI does.
 */
final class Chromium {
    private static final String ABSENT =
            "pages were not tested in a browser: there is no chromium and chromedriver on the PATH";

    private Chromium() {}

    /** The one of this run, which ends with the process. */
    static ChromeDriver ofRun() {
        return OfRun.DRIVER.orElseGet(() -> Assumptions.abort(ABSENT));
    }

    private static final class OfRun {
        private static final Optional<ChromeDriver> DRIVER = open();

        static {
            DRIVER.ifPresent(driver -> Runtime.getRuntime().addShutdownHook(new Thread(driver::quit)));
        }
    }

    private static Optional<ChromeDriver> open() {
        Optional<Path> browser = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> driver = onPath("chromedriver");
        if (browser.isEmpty() || driver.isEmpty()) {
            if ("required".equals(System.getenv("SANDOO_BROWSER_TESTS"))) {
                throw new AssertionError(ABSENT);
            }
            return Optional.empty();
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        return Optional.of(new ChromeDriver(service, options(browser.orElseThrow())));
    }

    private static ChromeOptions options(Path browser) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-background-networking",
                "--disable-gpu",
                "--no-first-run",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--force-device-scale-factor=1",
                "--window-size=1200,900");
        return options;
    }

    /** Shows pages as people who like them dark see them, or bright. */
    static void prefer(ChromeDriver browser, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Makes the page as wide as that, as on a telephone. */
    static void resize(ChromeDriver browser, int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    private static Optional<Path> onPath(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
