package dev.sandoo.server.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

/** What the path of a setting has to lead to. */
enum PathKind {
    FILE_OR_FOLDER(
            path -> Files.exists(path),
            "no such file or folder",
            "give the path of a YAML file, or of a folder of such"),
    YAML_FILE(path -> Files.isRegularFile(path), "no such file", "give the path of a YAML file"),
    PEM_FILE(path -> Files.isRegularFile(path), "no such file", "give the path of a PEM file"),
    FOLDER(path -> Files.isDirectory(path), "no such folder", "give the path of a folder"),
    /** One that is to be made. */
    NEW_FILE(path -> hasFolder(path), "no such folder", "give the path of a file, in a folder that is there");

    private final Predicate<Path> fits;
    private final String wrong;
    private final String remedy;

    PathKind(Predicate<Path> fits, String wrong, String remedy) {
        this.fits = fits;
        this.wrong = wrong;
        this.remedy = remedy;
    }

    boolean fits(Path path) {
        return fits.test(path);
    }

    String wrong() {
        return wrong;
    }

    String remedy() {
        return remedy;
    }

    private static boolean hasFolder(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder != null && Files.isDirectory(folder);
    }
}
