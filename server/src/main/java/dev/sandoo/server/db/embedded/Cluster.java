package dev.sandoo.server.db.embedded;

import dev.sandoo.server.db.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's own folder within a data folder: makes it, starts and stops the server on it. */
final class Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    static final String USER = "sandoo";

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(2);
    private static final int PORTS_TRIED = 3;
    private static final String FATAL = "FATAL:";
    private static final List<String> SETTINGS = List.of(
            "listen_addresses = '127.0.0.1'",
            "unix_socket_directories = ''",
            "max_connections = 200",
            "shared_buffers = 128MB",
            "huge_pages = off",
            "max_wal_size = 512MB",
            "min_wal_size = 32MB",
            "wal_level = minimal",
            "max_wal_senders = 0",
            // A parallel plan costs more than it saves on small tables, and needs shared memory that containers lack.
            "max_parallel_workers_per_gather = 0",
            "max_logical_replication_workers = 0",
            "io_method = sync",
            "jit = off",
            "password_encryption = 'scram-sha-256'",
            "timezone = 'UTC'",
            "log_timezone = 'UTC'",
            "lc_messages = 'C'",
            // Refused statements are the client's affair, and their details may be confidential.
            "log_min_messages = log",
            "log_checkpoints = off");

    private final DataFolder folder;
    private final Binaries binaries;
    private final Identity identity;
    private final Durability durability;
    private final Newborn newborn;

    Cluster(DataFolder folder, Binaries binaries, Identity identity, Durability durability) {
        this.folder = folder;
        this.binaries = binaries;
        this.identity = identity;
        this.durability = durability;
        this.newborn = new Newborn(folder);
    }

    /** Makes the folder ready to be served: made if missing, ours, and with no server of an earlier run on it. */
    void prepare() {
        try {
            if (newborn.wasLost()) {
                LOG.warn("The machine went down while {} was being made: it is made anew", folder.cluster());
                FolderTree.delete(folder.cluster());
            }
            boolean made = Files.notExists(folder.cluster());
            if (made) {
                initialize();
            }
            checkVersion();
            stopLeftOver();
            identity.own(folder.cluster());
            if (!made && newborn.isMarked()) {
                sync();
                newborn.end();
            }
        } catch (IOException e) {
            throw new StorageException("The data folder " + folder.path() + " cannot be used: " + e, e);
        }
    }

    /**
     * Starts the server.
     *
     * @return its port
     */
    int start() {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            configure(port);
            if (started()) {
                return port;
            }
            if (attempt == PORTS_TRIED || !lastWords().contains("could not create any TCP/IP sockets")) {
                throw new StorageException(
                        "PostgreSQL does not start: " + lastWords() + " (log: " + folder.log() + ")");
            }
        }
    }

    /** Whether {@link #secure} has yet to be called. */
    boolean isUnsecured() {
        return newborn.isMarked();
    }

    /**
     * Brings a cluster that was just made to disk, and has everything that is committed from now on forced there.
     *
     * <p>The first pass takes long and leaves the server as it is, so that it can be interrupted and stops fast; the second
     * has only what was written meanwhile.
     *
     * @param checkpoint has the server write out what it holds in memory
     * @throws StorageException when it is interrupted or fails; the next start does it then
     */
    void secure(int port, Runnable checkpoint) {
        sync();
        write(settings(port));
        control("reload").run();
        checkpoint.run();
        sync();
        newborn.end();
    }

    private void sync() {
        if (!identity.command(binaries.program("initdb"), "--sync-only", "--pgdata=" + folder.cluster())
                .succeeds()) {
            throw new StorageException("The data folder " + folder.path() + " could not be forced to disk");
        }
    }

    /** Stops the server and waits until it is gone. */
    void stop() {
        PidFile pid = PidFile.in(folder.cluster());
        control("stop", "-m", durability.stopMode(), "-W").run();
        if (!waitFor(STOP_LIMIT, () -> !pid.exists())) {
            throw new StorageException("PostgreSQL does not stop (log: " + folder.log() + ")");
        }
    }

    private void initialize() throws IOException {
        folder.password();
        // Under another name until it is whole: a run that is killed meanwhile leaves nothing that looks usable.
        Path unfinished = folder.path().resolve("postgres.unfinished");
        FolderTree.delete(unfinished);
        Files.createDirectory(unfinished);
        identity.own(unfinished);
        List<String> options = new ArrayList<>(List.of(
                "--pgdata=" + unfinished,
                "--username=" + USER,
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        options.addAll(durability.initdbOptions());
        if (durability == Durability.FULL && newborn.begin()) {
            options.add("--no-sync");
        }
        identity.command(binaries.program("initdb"), options.toArray(String[]::new))
                .run();
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkVersion() throws IOException {
        String found = Files.readString(folder.cluster().resolve("PG_VERSION")).strip();
        String bundled = binaries.majorVersion();
        if (!found.equals(bundled)) {
            throw new StorageException("The data folder " + folder.path() + " was made by PostgreSQL " + found
                    + ", this Sandoo brings " + bundled + "; give another folder with --data, or delete this one");
        }
    }

    /** We hold the lock, so a server that is still there outlived the Sandoo that started it. */
    private void stopLeftOver() throws IOException {
        PidFile pid = PidFile.in(folder.cluster());
        if (pid.isStale()) {
            Files.deleteIfExists(pid.path());
        } else if (pid.exists() && !control("stop", "-m", "fast", "-w").succeeds() && pid.exists()) {
            throw new StorageException("An earlier PostgreSQL (process "
                    + pid.process().orElse(0L) + ") still runs on " + folder.path() + " and does not stop");
        }
    }

    private void configure(int port) {
        List<String> lines = settings(port);
        if (newborn.isMarked()) {
            lines.addAll(Newborn.SETTINGS);
        }
        write(lines);
        try {
            Files.deleteIfExists(folder.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> settings(int port) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Written anew at each start. Settings of your own belong into postgresql.auto.conf (ALTER SYSTEM).");
        lines.add("port = " + port);
        lines.addAll(SETTINGS);
        lines.addAll(durability.settings());
        return lines;
    }

    private void write(List<String> lines) {
        try {
            Files.write(folder.cluster().resolve("postgresql.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks itself whether the server is ready, since {@code pg_ctl} looks only ten times a second. */
    private boolean started() {
        PidFile pid = PidFile.in(folder.cluster());
        Process starter = control(
                        "start",
                        "-w",
                        "-t",
                        "" + START_LIMIT.toSeconds(),
                        "-l",
                        folder.log().toString())
                .start(folder.log());
        return waitFor(START_LIMIT, () -> pid.isReady() || !starter.isAlive()) && pid.isReady();
    }

    private Command control(String verb, String... options) {
        List<String> words =
                new ArrayList<>(List.of(verb, "-D", folder.cluster().toString()));
        words.addAll(Arrays.asList(options));
        return identity.command(binaries.program("pg_ctl"), words.toArray(String[]::new));
    }

    /** Why the server or {@code pg_ctl} gave up. */
    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(folder.log());
            return lines.stream()
                    .filter(line -> line.contains(FATAL))
                    .map(line ->
                            line.substring(line.indexOf(FATAL) + FATAL.length()).strip())
                    .reduce((first, last) -> last)
                    .orElse(lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1));
        } catch (IOException e) {
            return "no reason given";
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StorageException("No free port on the loopback interface: " + e, e);
        }
    }

    private static boolean waitFor(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    return false;
                }
                Thread.sleep(POLL.toMillis());
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException("interrupted while PostgreSQL starts or stops", e);
        }
    }
}
