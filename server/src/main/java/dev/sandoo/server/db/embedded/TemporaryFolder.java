package dev.sandoo.server.db.embedded;

import dev.sandoo.server.db.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new folder for data that need not last. */
final class TemporaryFolder {
    /** A file system in memory: a database is some three thousand files, which disks are slow to make and to drop. */
    private static final Path MEMORY = Path.of("/dev/shm");

    /** Containers often give it 64 MiB, which a few databases would fill. */
    private static final long ENOUGH_BYTES = 2L << 30;

    private TemporaryFolder() {}

    static Path create() {
        try {
            return hasRoom(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "sandoo-")
                    : Files.createTempDirectory("sandoo-");
        } catch (IOException e) {
            throw new StorageException("No folder for temporary files: " + e, e);
        }
    }

    private static boolean hasRoom(Path folder) throws IOException {
        return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() >= ENOUGH_BYTES;
    }
}
