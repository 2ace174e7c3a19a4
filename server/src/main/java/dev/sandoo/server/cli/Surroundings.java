package dev.sandoo.server.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What the machine tells a program about its user.
 *
 * @param operatingSystem as {@code os.name}
 * @param home the user's home folder
 */
record Surroundings(Map<String, String> environment, String operatingSystem, Path home) {
    Surroundings {
        environment = Map.copyOf(environment);
        Objects.requireNonNull(operatingSystem, "operatingSystem");
        Objects.requireNonNull(home, "home");
    }

    /** Those of this process. */
    static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /** Sandoo's folder among those where this user's programs keep what can be made again. */
    Path cacheFolder() {
        return cacheParent().resolve("sandoo").toAbsolutePath();
    }

    private Path cacheParent() {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return folder("LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Caches");
        }
        return folder("XDG_CACHE_HOME", home.resolve(".cache"));
    }

    private Path folder(String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isEmpty() ? otherwise : Path.of(value);
    }

    /** Tells no environment: it may hold secrets. */
    @Override
    public String toString() {
        return "Surroundings[" + operatingSystem + "]";
    }
}
