package dev.sandoo.server.db.embedded;

import dev.sandoo.server.db.StorageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** PostgreSQL's programs, unpacked once into a folder that all data folders and processes share. */
record Binaries(Path home, Platform platform) {
    /** The programs for this machine, unpacked now unless they are there. */
    static Binaries unpacked(Path cache, Platform platform) {
        URL archive = Binaries.class.getResource(platform.archive());
        if (archive == null) {
            throw new StorageException(
                    "The bundled PostgreSQL " + platform.archive().substring(1)
                            + " is missing from the class path; give a server of your own with --database-url");
        }
        try {
            Path home = cache.resolve("postgresql-" + identity(archive));
            if (!Files.isDirectory(home)) {
                unpack(archive, home);
            }
            return new Binaries(home, platform);
        } catch (IOException e) {
            throw new StorageException("PostgreSQL cannot be unpacked into " + cache + ": " + e, e);
        }
    }

    String program(String name) {
        return home.resolve("bin").resolve(name + platform.suffix()).toString();
    }

    /** The major version, as {@code PG_VERSION} in a data folder has it. */
    String majorVersion() {
        Path nested = home.resolve("share/postgresql/postgres.bki");
        Path catalog = Files.exists(nested) ? nested : home.resolve("share/postgres.bki");
        try (Stream<String> lines = Files.lines(catalog)) {
            return lines.findFirst().orElse("").replace("# PostgreSQL", "").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Size and checksum, taken from the jar's directory: quicker than to hash fifteen megabytes at each start. */
    private static String identity(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        if (connection instanceof JarURLConnection jar) {
            try (JarFile file = jar.getJarFile()) {
                ZipEntry entry = file.getEntry(jar.getEntryName());
                return Long.toHexString(entry.getCrc()) + "-" + entry.getSize();
            }
        }
        return "x-" + connection.getContentLengthLong();
    }

    private static void unpack(URL archive, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path half = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (InputStream stream = new BufferedInputStream(archive.openStream())) {
            TarXz.unpack(stream, half);
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FolderTree.delete(half);
            if (!Files.isDirectory(home)) { // another process may have been faster
                throw e;
            }
        }
    }
}
