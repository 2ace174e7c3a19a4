package dev.sandoo.server.storage;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.util.UUID;

/** What tells a database from its copies: the parameter {@code database.uuid}. */
public final class DatabaseIdentity {
    private static final String RENEW = """
            INSERT INTO ir_config_parameter (key, value)
            VALUES ('database.uuid', ?)
            ON CONFLICT (key) DO UPDATE SET value = excluded.value
            """;

    private DatabaseIdentity() {}

    /** Gives a database an identity that no other has. */
    public static void renew(Database database) {
        try (Transaction transaction = database.begin()) {
            renew(transaction);
            transaction.commit();
        }
    }

    /** The same in a transaction that goes on. */
    static void renew(Transaction transaction) {
        transaction.update(SqlFragment.of(RENEW, UUID.randomUUID().toString()));
    }
}
