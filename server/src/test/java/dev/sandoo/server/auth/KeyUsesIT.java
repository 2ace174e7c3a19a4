package dev.sandoo.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyUsesIT {
    @Test
    void aKeyInUseIsNotedOnceInAWhile() {
        try (Database database = TestPostgres.fresh("19.0");
                Transaction transaction = database.begin()) {
            KeyUses uses = new KeyUses();
            assertTrue(uses.of(transaction, List.of(7, 8)).isEmpty());

            uses.note(transaction, 7);
            int after = transaction.statements();
            uses.note(transaction, 7);

            assertEquals(after, transaction.statements());
            assertEquals(Set.of(7), uses.of(transaction, List.of(7, 8)).keySet());
        }
    }
}
