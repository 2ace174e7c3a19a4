package dev.sandoo.server.db.embedded;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where Sandoo keeps what it can make again, by the operating system's custom. */
public final class CacheFolder {
    private CacheFolder() {}

    /** The folder of the user we run as; it need not exist yet. */
    public static Path standard() {
        return of(System.getProperty("os.name"), home(), System.getenv());
    }

    /** A user without a name (in a container) has no home either. */
    private static Path home() {
        Path home = Path.of(System.getProperty("user.home"));
        return home.isAbsolute() ? home : Path.of(System.getProperty("java.io.tmpdir"));
    }

    static Path of(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return under(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"));
        }
        if (name.startsWith("mac")) {
            return under(null, home.resolve("Library/Caches"));
        }
        return under(environment.get("XDG_CACHE_HOME"), home.resolve(".cache"));
    }

    private static Path under(String configured, Path standard) {
        boolean usable = configured != null && Path.of(configured).isAbsolute();
        return (usable ? Path.of(configured) : standard).resolve("sandoo");
    }
}
