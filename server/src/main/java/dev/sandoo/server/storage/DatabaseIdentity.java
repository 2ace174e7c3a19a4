package dev.sandoo.server.storage;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.util.UUID;

/** What tells a database from its copies: the parameter {@code database.uuid}. */
public final class DatabaseIdentity {
    private static final String RENEW = "UPDATE ir_config_parameter SET value = ? WHERE key = 'database.uuid'";

    /** Only where there is none: an id that is drawn is missing in the numbers that clients get. */
    private static final String GIVE = "INSERT INTO ir_config_parameter (key, value) VALUES ('database.uuid', ?)";

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
        String uuid = UUID.randomUUID().toString();
        if (transaction.update(SqlFragment.of(RENEW, uuid)) == 0) {
            transaction.update(SqlFragment.of(GIVE, uuid));
        }
    }
}
