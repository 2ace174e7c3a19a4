package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.sql.SqlFragment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is remembered of counts is never anything else than what PostgreSQL would count. */
class SummariesIT {
    private static final SqlFragment COUNT = SqlFragment.of("SELECT count(*)::int4 FROM res_partner_category");

    private static Database database;

    @BeforeAll
    static void open() {
        database = TestPostgres.fresh("19.0");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    /** A transaction that knows what it sees. */
    private static Transaction begin() {
        Transaction transaction = database.begin();
        transaction
                .queryFirst(SqlFragment.of("SELECT CAST(pg_current_snapshot() AS text)"), row -> row.text(1))
                .ifPresent(transaction::sees);
        return transaction;
    }

    private static int remembered(Transaction transaction) {
        return (Integer) transaction.querySummary(COUNT).get(0).get(0);
    }

    private static int counted(Transaction transaction) {
        return transaction.query(COUNT, row -> row.integer(1)).get(0);
    }

    private static int statementsOfACount() {
        try (Transaction transaction = begin()) {
            int before = transaction.statements();
            assertEquals(counted(transaction), remembered(transaction));
            return transaction.statements() - before - 1;
        }
    }

    private static void add(Transaction transaction) {
        transaction.update(SqlFragment.of("INSERT INTO res_partner_category (name) VALUES ('{\"en_US\": \"more\"}')"));
    }

    @Test
    void theSameCountIsNotMadeTwiceUnlessSomebodyWrites() {
        // PostgreSQL's own housekeeping writes too, now and then
        assertTrue(IntStream.range(0, 20).map(i -> statementsOfACount()).anyMatch(statements -> statements == 0));
    }

    @Test
    void aCountIsMadeAgainAfterACommit() {
        statementsOfACount();
        try (Transaction transaction = begin()) {
            add(transaction);
            transaction.commit();
        }
        assertEquals(1, statementsOfACount());
    }

    @Test
    void aTransactionThatWroteSeesWhatItWroteAndNobodyElseDoes() {
        try (Transaction writer = begin();
                Transaction reader = begin()) {
            int before = remembered(writer);
            add(writer);
            assertEquals(before + 1, remembered(writer));
            assertEquals(before, remembered(reader));
        }
    }

    @Test
    void aTransactionGoesOnSeeingWhatItSawAtFirst() {
        try (Transaction early = begin()) {
            int before = remembered(early);
            try (Transaction writer = begin()) {
                add(writer);
                writer.commit();
            }
            try (Transaction late = begin()) {
                assertEquals(before + 1, remembered(late));
                assertEquals(before, remembered(early));
            }
        }
    }

    @Test
    void questionsOfTheSameTextDifferByTheirValues() {
        try (Transaction transaction = begin()) {
            for (String value : List.of("one", "two", "one")) {
                assertEquals(
                        List.of(List.of(value)), transaction.querySummary(SqlFragment.of("SELECT ?::text", value)));
            }
        }
    }

    @Test
    void countsAreRightWhileOthersWrite() {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> writers = CompletableFuture.allOf(
                CompletableFuture.runAsync(() -> write(done)), CompletableFuture.runAsync(() -> write(done)));
        int least = 0;
        for (int i = 0; i < 400; i++) {
            try (Transaction transaction = begin()) {
                int count = remembered(transaction);
                assertEquals(counted(transaction), count);
                assertTrue(count >= least);
                least = count;
            }
        }
        done.set(true);
        writers.join();
    }

    /** Some transactions commit, some are rolled back, some stay open for a while. */
    private static void write(AtomicBoolean done) {
        for (int i = 0; !done.get(); i++) {
            try (Transaction transaction = begin()) {
                add(transaction);
                remembered(transaction);
                if (i % 3 != 0) {
                    transaction.commit();
                }
            }
        }
    }
}
