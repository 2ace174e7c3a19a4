package dev.sandoo.server.db.embedded;

import dev.sandoo.server.db.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An operating system and processor that PostgreSQL's programs are bundled for.
 *
 * @param archive the resource that holds the programs
 * @param suffix what names of programs end in
 */
record Platform(String archive, String suffix, boolean windows) {
    private static final Path OURSELVES = Path.of("/proc/self");

    /** The machine we run on. */
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static Platform of(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        String chip = chip(processor.toLowerCase(Locale.ROOT));
        if (os.startsWith("linux") && !chip.isEmpty()) {
            return new Platform("/postgres-linux-" + chip + ".txz", "", false);
        }
        if (os.startsWith("mac") && !chip.isEmpty()) {
            return new Platform("/postgres-darwin-" + chip + ".txz", "", false);
        }
        if (os.startsWith("windows") && chip.equals("x86_64")) {
            return new Platform("/postgres-windows-x86_64.txz", ".exe", true);
        }
        throw new StorageException("No PostgreSQL is bundled for " + system + " on " + processor
                + "; give a server of your own with --database-url");
    }

    private static String chip(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "";
        };
    }

    /** Whether we are the superuser, as whom PostgreSQL refuses to run. */
    boolean runsAsRoot() {
        if (windows) {
            return false;
        }
        try {
            return Files.getAttribute(OURSELVES, "unix:uid").equals(0);
        } catch (IOException e) {
            return userName().equals("root"); // not on Linux
        }
    }

    /** Whether the user database knows us; in containers it often does not, and PostgreSQL refuses that too. */
    boolean knowsUser() {
        return windows || !userName().equals("?");
    }

    private static String userName() {
        return System.getProperty("user.name");
    }
}
