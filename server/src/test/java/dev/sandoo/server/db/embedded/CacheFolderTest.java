package dev.sandoo.server.db.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    private static final Path HOME = Path.of("/home/me");

    @Test
    void eachSystemHasItsOwnPlace() {
        assertEquals(HOME.resolve(".cache/sandoo"), CacheFolder.of("Linux", HOME, Map.of()));
        assertEquals(HOME.resolve("Library/Caches/sandoo"), CacheFolder.of("Mac OS X", HOME, Map.of()));
        assertEquals(HOME.resolve("AppData/Local/sandoo"), CacheFolder.of("Windows 11", HOME, Map.of()));
    }

    @Test
    void environmentMayNameAnother() {
        assertEquals(Path.of("/caches/sandoo"), CacheFolder.of("Linux", HOME, Map.of("XDG_CACHE_HOME", "/caches")));
    }

    @Test
    void relativePlaceIsIgnored() {
        assertEquals(HOME.resolve(".cache/sandoo"), CacheFolder.of("Linux", HOME, Map.of("XDG_CACHE_HOME", "caches")));
    }
}
