package dev.sandoo.server.rpc;

import dev.sandoo.schema.OdooVersion;
import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Databases;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.error.PythonError;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Runs work in a transaction of a database, and again when it met a concurrent one. The work commits. Thread-safe. */
final class Transactions {
    private final OdooVersion version;
    private final Databases databases;
    private final Attempts attempts =
            new Attempts(RandomGenerator.getDefault(), duration -> Thread.sleep(duration.toMillis()));

    Transactions(OdooVersion version, Databases databases) {
        this.version = version;
        this.databases = databases;
    }

    /**
     * What the work answers.
     *
     * @throws PythonError when there is no such database
     */
    <T> T in(String name, Function<Transaction, T> work) {
        Database database = databases.open(name).orElseThrow(() -> unknown(name));
        return attempts.run(() -> {
            try (Transaction transaction = database.begin()) {
                return work.apply(transaction);
            }
        });
    }

    private PythonError unknown(String database) {
        return PythonError.of(
                "psycopg2.OperationalError", version.message("database.unknown", Map.of("name", database)));
    }
}
