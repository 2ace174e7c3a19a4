package dev.sandoo.server.db.embedded;

import dev.sandoo.server.db.ExternalPostgres;
import dev.sandoo.server.db.PostgresServer;
import dev.sandoo.server.db.ServerAddress;
import dev.sandoo.server.db.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The PostgreSQL that another Sandoo runs on a data folder, for commands that work beside it. */
public final class RunningPostgres {
    private RunningPostgres() {}

    /**
     * The server on this data folder, if there is one that takes connections. Closing it leaves it running.
     *
     * @throws StorageException when there is one and the folder's password may not be read
     */
    public static Optional<PostgresServer> on(Path data) {
        PidFile pid = PidFile.in(data.resolve("postgres"));
        if (!pid.isReady() || pid.isStale()) {
            return Optional.empty();
        }
        return pid.port()
                .map(port -> ExternalPostgres.connect(ServerAddress.local(port, Cluster.USER, password(data))));
    }

    private static String password(Path data) {
        Path file = data.resolve("password");
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new StorageException("The password file " + file + " cannot be read: " + e, e);
        }
    }
}
