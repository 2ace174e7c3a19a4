package dev.sandoo.server.audit;

import dev.sandoo.server.db.Transaction;
import java.util.Objects;

/**
 * The database that a call was for.
 *
 * @param databaseId the number it had then; another of the same name is another database
 */
public record Place(String database, long databaseId) {
    public Place {
        Objects.requireNonNull(database, "database");
    }

    /** The place of a transaction in the database of that name. */
    public static Place of(String database, Transaction transaction) {
        return new Place(database, transaction.databaseId());
    }
}
