package dev.sandoo.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of options is the one that the program knows. When this fails, paste what it expected. */
class OptionsDocumentTest {
    private static final Path README = Path.of("..", "README.md");
    private static final String START = "checked by OptionsDocumentTest -->\n";
    private static final String END = "<!-- end of options -->";

    @Test
    void readmeListsEverySetting() throws IOException {
        String readme = Files.readString(README).replace("\r\n", "\n");

        String table = readme.substring(readme.indexOf(START) + START.length(), readme.indexOf(END));

        assertEquals(expected(), table);
    }

    private static String expected() {
        return Arrays.stream(Setting.values())
                .map(OptionsDocumentTest::row)
                .collect(Collectors.joining("\n", "| Flag | Environment | Default | |\n|---|---|---|---|\n", "\n"));
    }

    private static String row(Setting setting) {
        String flag = setting.isSwitch() ? setting.flag() : setting.flag() + " " + setting.placeholder();
        return "| `%s` | `%s` | %s | %s |"
                .formatted(flag, setting.variable(), setting.defaultText(), setting.sentence());
    }
}
