package dev.sandoo.samples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is code that runs in the build. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path SHOWN =
            Path.of("src", "test", "java", "dev", "sandoo", "samples", "CustomerImportIT.java");

    @Test
    void theCompleteTestIsOneThatRuns() throws IOException {
        String source = text(SHOWN);

        String shown = source.substring(source.indexOf("@SandooTest\n"));

        assertTrue(text(README).contains("```java\n" + shown + "```"), "README.md should show " + SHOWN);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file).replace("\r\n", "\n");
    }
}
