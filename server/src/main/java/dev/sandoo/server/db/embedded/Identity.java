package dev.sandoo.server.db.embedded;

import dev.sandoo.server.db.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run. They refuse to run as the superuser, so that Sandoo, when it is root (as it
 * often is in a container), runs them in a user namespace of their own, where root counts for nobody; where
 * namespaces are forbidden, as the user nobody, who may still pass the folders above its own.
 *
 * @param prefix the words before the program
 * @param owner whose the data folder must be, when not ours
 */
record Identity(List<String> prefix, OptionalInt owner) {
    private static final int NOBODY = 65_534;

    static final Identity OURSELVES = new Identity(List.of(), OptionalInt.empty());

    static final Identity NAMESPACE = new Identity(List.of("unshare", "-U"), OptionalInt.of(0));

    static final Identity NOBODY_USER = new Identity(
            List.of(
                    "setpriv",
                    "--reuid=" + NOBODY,
                    "--regid=" + NOBODY,
                    "--clear-groups",
                    "--inh-caps=-all,+dac_override",
                    "--ambient-caps=-all,+dac_override",
                    // access(2), by which pg_ctl looks for the other programs, would ignore the capability else
                    "--securebits=+no_setuid_fixup"),
            OptionalInt.of(NOBODY));

    /** For users that the system has no name for: in a namespace of theirs they have that of nobody. */
    static final Identity NAMELESS = new Identity(NAMESPACE.prefix(), OptionalInt.empty());

    /** The first that works on this machine. */
    static Identity choose(Platform platform, Binaries binaries) {
        if (platform.runsAsRoot()) {
            return Stream.of(NAMESPACE, NOBODY_USER)
                    .filter(candidate -> candidate.runs(binaries))
                    .findFirst()
                    .orElseThrow(() -> new StorageException("PostgreSQL refuses to run as root, and neither unshare nor"
                            + " setpriv can run it as another user here; run Sandoo as another user, or give a server of"
                            + " your own with --database-url"));
        }
        return platform.knowsUser() || !NAMELESS.runs(binaries) ? OURSELVES : NAMELESS;
    }

    private boolean runs(Binaries binaries) {
        return command(binaries.program("postgres"), "--version").succeeds();
    }

    Command command(String program, String... arguments) {
        List<String> words = new ArrayList<>(prefix);
        words.add(program);
        words.addAll(List.of(arguments));
        return new Command(words);
    }

    /** Makes a folder one that PostgreSQL accepts as its own. */
    void own(Path folder) throws IOException {
        if (owner.isPresent()) {
            FolderTree.giveTo(owner.getAsInt(), folder);
        }
    }
}
