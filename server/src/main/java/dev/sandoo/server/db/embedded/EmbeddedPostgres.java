package dev.sandoo.server.db.embedded;

import dev.sandoo.server.db.PostgresServer;
import dev.sandoo.server.db.ServerAddress;
import dev.sandoo.server.db.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, reachable from this machine alone, on a free port and with its own password. It
 * stops when closed, and also when our process is killed (at the next start at the latest).
 */
public final class EmbeddedPostgres implements PostgresServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration SETTLING_LIMIT = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final Cluster cluster;
    private final Durability durability;
    private final ServerAddress address;
    private final Watchdog watchdog;
    private final int port;
    private volatile Thread settling;

    private EmbeddedPostgres(DataFolder folder, Cluster cluster, Durability durability, int port, Watchdog watchdog) {
        this.folder = folder;
        this.cluster = cluster;
        this.durability = durability;
        this.address = ServerAddress.local(port, Cluster.USER, folder.password());
        this.watchdog = watchdog;
        this.port = port;
    }

    /**
     * Starts it on a folder that keeps its databases.
     *
     * @param cache where PostgreSQL's programs are unpacked to, once for all
     * @throws StorageException when the folder is in use, of another PostgreSQL, or PostgreSQL does not start
     */
    public static EmbeddedPostgres start(Path data, Path cache) {
        return start(data, cache, Durability.FULL, Platform.current());
    }

    /** Starts it on a folder that is deleted at the end; quicker, since nothing need survive a crash. */
    public static EmbeddedPostgres startEphemeral(Path cache) {
        return start(TemporaryFolder.create(), cache, Durability.NONE, Platform.current());
    }

    private static EmbeddedPostgres start(Path data, Path cache, Durability durability, Platform platform) {
        Binaries binaries = Binaries.unpacked(cache, platform);
        return start(data, binaries, durability, Identity.choose(platform, binaries));
    }

    static EmbeddedPostgres start(Path data, Binaries binaries, Durability durability, Identity identity) {
        DataFolder folder = DataFolder.lock(data);
        try {
            Cluster cluster = new Cluster(folder, binaries, identity, durability);
            cluster.prepare();
            int port = cluster.start();
            Watchdog watchdog = Watchdog.over(folder, durability, binaries.platform());
            return new EmbeddedPostgres(folder, cluster, durability, port, watchdog);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    @Override
    public ServerAddress address() {
        return address;
    }

    /** The data folder. */
    public Path folder() {
        return folder.path();
    }

    @Override
    public boolean isOurs() {
        return true;
    }

    @Override
    public void settle() {
        if (!cluster.isUnsecured()) {
            return;
        }
        settling = new Thread(this::secure, "sandoo-settle");
        settling.setDaemon(true);
        settling.start();
    }

    private void secure() {
        try {
            cluster.secure(port, this::checkpoint);
        } catch (RuntimeException e) {
            LOG.debug("the data folder is not forced to disk yet; the next start does it: {}", e.getMessage());
        }
    }

    private void checkpoint() {
        try (Connection connection = DriverManager.getConnection(address.url(), Cluster.USER, folder.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new StorageException("PostgreSQL does not write out its memory: " + e.getMessage(), e);
        }
    }

    /** Work that is put off to the next start keeps nobody waiting. */
    private void stopSettling() {
        Thread thread = settling;
        if (thread != null) {
            thread.interrupt();
            awaitSettled();
        }
    }

    void awaitSettled() {
        Thread thread = settling;
        if (thread == null) {
            return;
        }
        try {
            thread.join(SETTLING_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopSettling();
        watchdog.close();
        try {
            cluster.stop();
        } finally {
            folder.close();
        }
        if (durability == Durability.NONE) {
            discard();
        }
    }

    private void discard() {
        try {
            FolderTree.delete(folder.path());
        } catch (IOException e) {
            throw new StorageException("The temporary folder " + folder.path() + " cannot be deleted: " + e, e);
        }
    }
}
