package dev.sandoo.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sandoo.server.EmulatorServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/TESTING.md shows is run as it stands there: shell, Python and JavaScript from the page, Java from the sample it shows. */
class TestingDocumentIT {
    private static final Path PAGE = Path.of("..", "docs", "TESTING.md");
    private static final Path SHOWN = Path.of("src/test/java/dev/sandoo/samples/junit/FirstSandooIT.java");

    @TempDir
    private static Path folder;

    private static EmulatorServer odoo;

    @BeforeAll
    static void start() throws IOException {
        odoo = EmulatorServer.start(SampleServers.config("19.0"));
        Path program = folder.resolve("sandoo");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(program, """
                #!/bin/sh
                exec "%s" -XX:TieredStopAtLevel=1 -cp "%s" dev.sandoo.server.cli.Main "$@"
                """.formatted(java, System.getProperty("java.class.path")));
        assertTrue(program.toFile().setExecutable(true));
    }

    @AfterAll
    static void stop() {
        odoo.close();
    }

    @Test
    void shellSnippetsRunOneAfterTheOther() throws Exception {
        assumeTrue(Programs.has("bash") && Programs.has("curl") && Programs.has("python3"), "no bash, curl or python3");
        List<String> snippets = snippets("sh");

        for (String snippet : snippets) {
            run("bash", "-euo", "pipefail", "-c", snippet);
        }

        assertEquals(6, snippets.size());
    }

    @Test
    void javaSnippetIsOneThatRuns() throws Exception {
        String source = Files.readString(SHOWN).replace("\r\n", "\n");

        assertEquals(List.of(source.substring(source.indexOf("@SandooTest\n"))), snippets("java"));
    }

    @Test
    void pythonSnippetRuns() throws Exception {
        assumeTrue(Programs.has("pytest"), "no pytest on this machine");
        Files.copy(Path.of("pytest", "conftest.py"), folder.resolve("conftest.py"));
        Files.writeString(folder.resolve("test_page.py"), snippets("python").get(0));

        String told = run("pytest", "-q", "-p", "no:cacheprovider", "test_page.py");

        assertTrue(told.contains("2 passed"), told);
    }

    @Test
    void javaScriptSnippetRuns() throws Exception {
        assumeTrue(Programs.has("node"), "no node on this machine");
        Files.copy(Path.of("node", "sandoo.js"), folder.resolve("sandoo.js"));
        Files.writeString(folder.resolve("page.test.js"), snippets("js").get(0));

        String told = run("node", "--test", "--test-reporter=tap", "page.test.js");

        assertTrue(told.contains("# pass 1"), told);
    }

    private static List<String> snippets(String language) throws IOException {
        String page = Files.readString(PAGE).replace("\r\n", "\n");
        Matcher blocks = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(page);
        List<String> snippets = new ArrayList<>();
        while (blocks.find()) {
            snippets.add(blocks.group(1));
        }
        return snippets;
    }

    private static String run(String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("SANDOO_URL", odoo.url());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().merge("PATH", folder.toString(), (path, own) -> own + File.pathSeparator + path);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + told);
        return told;
    }
}
