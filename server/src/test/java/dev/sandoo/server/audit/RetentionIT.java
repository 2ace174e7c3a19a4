package dev.sandoo.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionIT {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-31T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void oldCallsGoWithTheirChangesAndOthersStay() {
        try (Database database = TestPostgres.fresh("19.0")) {
            fill(database);

            new Retention(Optional.empty(), CLOCK).of(database);
            assertEquals(3_001, count(database, "sandoo_call"));

            new Retention(Optional.of(Duration.ofDays(30)), CLOCK).of(database);
            assertEquals(1, count(database, "sandoo_call"));
            assertEquals(1, count(database, "sandoo_call_change"));
        }
    }

    private static void fill(Database database) {
        try (Transaction transaction = database.begin()) {
            transaction.execute("""
                    INSERT INTO sandoo_call (time, model)
                    SELECT '2026-12-01'::timestamp, 'old' FROM generate_series(1, 3000) UNION ALL SELECT '2027-01-30', 'new';
                    INSERT INTO sandoo_call_change (call_id, model, res_id, field) SELECT id, 'm', 1, 'f' FROM sandoo_call""");
            transaction.commit();
        }
    }

    private static int count(Database database, String table) {
        try (Transaction transaction = database.begin()) {
            return transaction
                    .queryFirst(SqlFragment.of("SELECT count(*)::int FROM " + table), row -> row.integer(1))
                    .orElseThrow();
        }
    }
}
