package dev.sandoo.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SurroundingsTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();

    @Test
    void linuxKeepsCachesInTheHomeFolder() {
        assertEquals(HOME.resolve(".cache/sandoo"), new Surroundings(Map.of(), "Linux", HOME).cacheFolder());
    }

    @Test
    void linuxUsersMayNameAnotherFolder() {
        Path other = Path.of("other").toAbsolutePath();

        Path folder = new Surroundings(Map.of("XDG_CACHE_HOME", other.toString()), "Linux", HOME).cacheFolder();

        assertEquals(other.resolve("sandoo"), folder);
    }

    @Test
    void macKeepsCachesInTheLibrary() {
        assertEquals(HOME.resolve("Library/Caches/sandoo"), new Surroundings(Map.of(), "Mac OS X", HOME).cacheFolder());
    }

    @Test
    void windowsKeepsCachesInLocalApplicationData() {
        assertEquals(
                HOME.resolve("AppData/Local/sandoo"), new Surroundings(Map.of(), "Windows 11", HOME).cacheFolder());
    }

    @Test
    void environmentIsNotPrinted() {
        Surroundings surroundings = new Surroundings(Map.of("SANDOO_DATABASE_PASSWORD", "hunter2"), "Linux", HOME);

        assertEquals("Surroundings[Linux]", surroundings.toString());
    }
}
