package dev.sandoo.server.db.embedded;

import java.util.List;
import java.util.Optional;

/**
 * A small shell that outlives us if we are killed, and then stops our PostgreSQL: it waits on a pipe that closes when
 * our process ends. There is none on Windows, where the next start stops what is left over.
 */
final class Watchdog implements AutoCloseable {
    /**
     * Ignores what Ctrl-C sends to the whole group of processes; acts only while the server is still the one it was
     * set on.
     */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            folder=$1 server=$2 signal=$3 discard=$4
            read -r line
            pid_file=$folder/postgres/postmaster.pid
            if [ "$(head -n 1 "$pid_file" 2>/dev/null)" = "$server" ]; then
                kill -s "$signal" "$server"
            fi
            if [ -n "$discard" ]; then
                tries=0
                while [ -e "$pid_file" ] && [ "$tries" -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done
                rm -rf "$folder"
            fi
            """;

    private final Optional<Process> shell;

    private Watchdog(Optional<Process> shell) {
        this.shell = shell;
    }

    /** Watches over the server that runs on the folder. */
    static Watchdog over(DataFolder folder, Durability durability, Platform platform) {
        if (platform.windows()) {
            return new Watchdog(Optional.empty());
        }
        long server = PidFile.in(folder.cluster()).process().orElseThrow();
        boolean discard = durability == Durability.NONE;
        Command command = new Command(List.of(
                "sh",
                "-c",
                SCRIPT,
                "sandoo-watchdog",
                folder.path().toString(),
                Long.toString(server),
                discard ? "QUIT" : "INT",
                discard ? "yes" : ""));
        return new Watchdog(Optional.of(command.startWithPipe()));
    }

    /** Calls it off. */
    @Override
    public void close() {
        shell.ifPresent(Process::destroyForcibly);
    }
}
