package dev.sandoo.server;

import dev.sandoo.schema.Schema;
import dev.sandoo.schema.load.SchemaLoader;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.StorageException;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.OdooError;
import java.util.function.Function;

/** A database without a server around it, on the data folder or PostgreSQL that one may run on. Used by one thread. */
final class StandaloneDatabase implements AutoCloseable {
    private final Teardown teardown;
    private final Schema schema;
    private final Database database;

    private StandaloneDatabase(EmulatorConfig config, Teardown teardown) {
        this.teardown = teardown;
        this.schema = SchemaLoader.load(config.odooVersion());
        Storage storage = Storage.on(
                teardown.add(PostgresServers.beside(config.postgres())), schema, config, password -> password);
        this.database = teardown.add(storage.all())
                .open(config.database())
                .orElseThrow(() -> new StartException(
                        "there is no database " + config.database() + " of Odoo " + config.odooVersion()
                                + " there; sandoo serve makes it",
                        null));
    }

    /**
     * Opens the database that a configuration names; address and port do not matter.
     *
     * @param otherwise what to do where nothing is kept, such as {@code make the key over RPC}
     * @throws StartException when it cannot be reached, or there is no such database
     */
    static StandaloneDatabase open(EmulatorConfig config, String otherwise) {
        if (config.postgres() instanceof PostgresPlace.Ephemeral) {
            throw new StartException(
                    "a throw-away server keeps nothing that a command could reach; give --data or --database-url, or "
                            + otherwise,
                    null);
        }
        Teardown teardown = new Teardown();
        try {
            return new StandaloneDatabase(config, teardown);
        } catch (StorageException | OdooError e) {
            teardown.close();
            throw new StartException(e.getMessage(), e);
        } catch (RuntimeException e) {
            teardown.close();
            throw e;
        }
    }

    Schema schema() {
        return schema;
    }

    /** A transaction that is rolled back unless it is committed. */
    Transaction begin() {
        return database.begin();
    }

    /** Works in a transaction of its own. */
    <T> T in(Function<Transaction, T> work) {
        try (Transaction transaction = begin()) {
            T result = work.apply(transaction);
            transaction.commit();
            return result;
        }
    }

    @Override
    public void close() {
        teardown.close();
    }
}
