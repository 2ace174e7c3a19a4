package dev.sandoo.server.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code postmaster.pid}, by which a PostgreSQL server says that it has its folder: the process on the first line,
 * its port on the fourth, its state on the eighth. Source: "Database File Layout" in PostgreSQL's documentation.
 */
record PidFile(Path path) {
    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    static PidFile in(Path cluster) {
        return new PidFile(cluster.resolve("postmaster.pid"));
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** The server's process number; empty while there is no server. */
    Optional<Long> process() {
        return line(0).map(Long::valueOf);
    }

    /** The port the server listens on. */
    Optional<Integer> port() {
        return line(PORT_LINE).map(Integer::valueOf);
    }

    /** Whether the server takes connections. */
    boolean isReady() {
        return line(STATE_LINE).filter("ready"::equals).isPresent();
    }

    /** Whether the process is gone, or another program has its number by now. */
    boolean isStale() {
        return exists()
                && process()
                        .flatMap(ProcessHandle::of)
                        .filter(PidFile::mayBePostgres)
                        .isEmpty();
    }

    private static boolean mayBePostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(true);
    }

    private Optional<String> line(int number) {
        try {
            List<String> lines = Files.readAllLines(path);
            return lines.size() > number ? Optional.of(lines.get(number).strip()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // not there, or being replaced
        }
    }
}
