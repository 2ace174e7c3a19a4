package dev.sandoo.server.db.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The mark of a cluster that is still being made: until its first databases are there nothing is forced to disk, which
 * takes seconds off the first start. The mark names the run of the machine. Should the machine itself go down meanwhile,
 * nothing of value is lost, and the next start makes the cluster anew; a program that is merely killed leaves all its
 * writes to the operating system, which brings them to disk.
 */
final class Newborn {
    /** Settings in force while the mark is there. */
    static final List<String> SETTINGS = List.of("fsync = off", "full_page_writes = off", "synchronous_commit = off");

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path mark;

    Newborn(DataFolder folder) {
        this.mark = folder.path().resolve("unsynced");
    }

    /** Sets the mark, where the machine's runs can be told apart. */
    boolean begin() throws IOException {
        Optional<String> run = runOfMachine();
        if (run.isPresent()) {
            Files.writeString(mark, run.get(), StandardCharsets.US_ASCII);
        }
        return run.isPresent();
    }

    boolean isMarked() {
        return Files.exists(mark);
    }

    /** Whether the machine went down while the mark was there. */
    boolean wasLost() throws IOException {
        return isMarked() && !runOfMachine().equals(Optional.of(Files.readString(mark, StandardCharsets.US_ASCII)));
    }

    /** Everything is on disk. */
    void end() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> runOfMachine() throws IOException {
        return Files.isReadable(BOOT_ID)
                ? Optional.of(
                        Files.readString(BOOT_ID, StandardCharsets.US_ASCII).strip())
                : Optional.empty();
    }
}
