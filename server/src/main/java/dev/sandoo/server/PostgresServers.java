package dev.sandoo.server;

import dev.sandoo.server.db.ExternalPostgres;
import dev.sandoo.server.db.PostgresServer;
import dev.sandoo.server.db.ServerAddress;
import dev.sandoo.server.db.embedded.CacheFolder;
import dev.sandoo.server.db.embedded.EmbeddedPostgres;
import dev.sandoo.server.db.embedded.RunningPostgres;

/** Brings up the PostgreSQL that a configuration names. */
final class PostgresServers {
    private PostgresServers() {}

    /** The server, started if it is ours. */
    static PostgresServer start(PostgresPlace place) {
        if (place instanceof PostgresPlace.InFolder kept) {
            return EmbeddedPostgres.start(kept.folder(), CacheFolder.standard());
        }
        if (place instanceof PostgresPlace.External server) {
            return ExternalPostgres.connect(new ServerAddress(server.url(), server.user(), server.password()));
        }
        return EmbeddedPostgres.startEphemeral(CacheFolder.standard());
    }

    /** The server as another Sandoo runs it, started only if none does. */
    static PostgresServer beside(PostgresPlace place) {
        return place instanceof PostgresPlace.InFolder kept
                ? RunningPostgres.on(kept.folder()).orElseGet(() -> start(place))
                : start(place);
    }
}
