package dev.sandoo.server.db.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.db.StorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, /postgres-linux-x86_64.txz",
        "Linux, aarch64, /postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, /postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, /postgres-darwin-arm_64.txz",
        "Windows 11, amd64, /postgres-windows-x86_64.txz"
    })
    void programsAreBundledForEachPlatform(String system, String processor, String archive) {
        Platform platform = Platform.of(system, processor);

        assertEquals(archive, platform.archive());
        assertNotNull(Platform.class.getResource(archive));
    }

    @Test
    void otherPlatformsAreToldToBringAServer() {
        StorageException error = assertThrows(StorageException.class, () -> Platform.of("Linux", "riscv64"));

        assertTrue(error.getMessage().contains("--database-url"));
    }
}
