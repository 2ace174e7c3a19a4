package dev.sandoo.server.db.embedded;

import dev.sandoo.server.db.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A folder that one Sandoo at a time keeps its databases in: the lock, PostgreSQL's password (readable by its owner
 * alone), PostgreSQL's own folder and its log. The lock is the operating system's, so that it ends with the process.
 */
final class DataFolder implements AutoCloseable {
    private static final int PASSWORD_BYTES = 24;
    private static final long LOCKED_BYTE = 1L << 40; // behind the text, which others may read

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and locks it.
     *
     * @throws StorageException when another Sandoo has it, or it cannot be written
     */
    static DataFolder lock(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        Path file = path.resolve("lock");
        try {
            Files.createDirectories(path);
            // Asked before the file is opened: to close it again would give back the lock that this process holds.
            if (Files.exists(file) && Files.readString(file).equals(thisProcess())) {
                throw inUse(path, "this very process");
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                channel.close();
                throw inUse(path, "process " + Files.readString(file).split(" ")[0]);
            }
            channel.truncate(0).write(StandardCharsets.US_ASCII.encode(thisProcess()), 0);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StorageException("The data folder " + path + " cannot be used: " + e, e);
        }
    }

    private static StorageException inUse(Path path, String who) {
        return new StorageException("Another Sandoo (" + who + ") uses the data folder " + path
                + "; stop it or give another folder with --data");
    }

    /** Number and start of this process; the number alone comes again, in containers above all. */
    private static String thisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return process.pid() + " " + process.info().startInstant().orElse(Instant.EPOCH);
    }

    Path path() {
        return path;
    }

    /** PostgreSQL's own folder. */
    Path cluster() {
        return path.resolve("postgres");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    Path passwordFile() {
        return path.resolve("password");
    }

    /** The password, thought up and kept the first time. */
    String password() {
        Path file = passwordFile();
        try {
            if (Files.notExists(file) || Files.size(file) == 0) {
                writePassword(file);
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new StorageException("The password file " + file + " cannot be used: " + e, e);
        }
    }

    private static void writePassword(Path file) throws IOException {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.notExists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, HexFormat.of().formatHex(bytes), StandardCharsets.US_ASCII);
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            channel.truncate(0);
            channel.close();
        } catch (IOException e) {
            throw new StorageException("The lock of " + path + " cannot be released: " + e, e);
        }
    }
}
