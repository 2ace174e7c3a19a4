package dev.sandoo.server.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it. */
final class FolderTree {
    private FolderTree() {}

    /** Deletes it; nothing happens when it is not there. */
    static void delete(Path folder) throws IOException {
        for (Path path : contents(folder)) {
            Files.deleteIfExists(path);
        }
    }

    /** Gives it to another user, where it is not theirs already. Only the superuser may. */
    static void giveTo(int userId, Path folder) throws IOException {
        if (Files.getAttribute(folder, "unix:uid").equals(userId)) {
            return; // it is given as a whole, the folder itself last
        }
        for (Path path : contents(folder)) {
            Files.setAttribute(path, "unix:uid", userId, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", userId, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Everything in the folder before what holds it, the folder itself last. */
    private static List<Path> contents(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
