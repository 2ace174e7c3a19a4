package dev.sandoo.server.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;

/** Pictures of pages for the documents: taken when the environment variable {@code SANDOO_SCREENSHOTS} names their folder. */
final class Screenshots {
    private static final Optional<Path> FOLDER =
            Optional.ofNullable(System.getenv("SANDOO_SCREENSHOTS")).map(Path::of);

    private Screenshots() {}

    /** Keeps the page as it is shown now: bright, dark and narrow. */
    static void take(ChromeDriver browser, String page) {
        if (FOLDER.isEmpty()) {
            return;
        }
        take(browser, page, "light", 900);
        take(browser, page + "-dark", "dark", 900);
        take(browser, page + "-narrow", "light", 360);
        Chromium.prefer(browser, "light");
        Chromium.resize(browser, 1000, 800);
    }

    private static void take(ChromeDriver browser, String name, String scheme, int width) {
        Chromium.prefer(browser, scheme);
        Chromium.resize(browser, width, 600);
        long height = (Long) browser.executeScript("return document.documentElement.scrollHeight");
        Chromium.resize(browser, width, (int) Math.max(height, 480));
        try {
            Files.createDirectories(FOLDER.orElseThrow());
            byte[] picture = browser.getScreenshotAs(OutputType.BYTES);
            ImageIO.write(
                    ImageIO.read(new ByteArrayInputStream(picture)),
                    "png",
                    FOLDER.orElseThrow().resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
