package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.RetryableError;
import dev.sandoo.server.sql.Json;
import dev.sandoo.server.sql.SqlArray;
import dev.sandoo.server.sql.SqlFragment;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransactionIT {
    private static final SqlFragment NAMES = SqlFragment.of("SELECT name FROM thing ORDER BY id");

    private static PostgresDatabases databases;
    private Database database;

    @BeforeAll
    static void open() {
        databases = new PostgresDatabases(
                TestPostgres.server(),
                new TinyTemplate("t.1", "aaaaaaaaaaaa"),
                PoolSettings.STANDARD,
                Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        databases.close();
    }

    @BeforeEach
    void create() {
        databases.create("tx");
        database = databases.open("tx").orElseThrow();
    }

    @AfterEach
    void drop() {
        assertEquals(0, database.openTransactions());
        databases.drop("tx");
    }

    @Test
    void isolationAndTimeZoneHoldOnEveryConnection() {
        SqlFragment settings =
                SqlFragment.of("SELECT current_setting('transaction_isolation'), current_setting('timezone')");
        for (int i = 0; i < 3; i++) {
            try (Transaction first = database.begin();
                    Transaction second = database.begin()) {
                for (Transaction transaction : List.of(first, second)) {
                    List<String> values = transaction.query(settings, row -> row.text(1) + "/" + row.text(2));
                    assertEquals(List.of("repeatable read/UTC"), values);
                }
            }
        }
    }

    @Test
    void anUpdateTellsWhatItsRowsHeldBefore() {
        try (Transaction transaction = database.begin()) {
            transaction.execute("INSERT INTO thing (name, price) VALUES ('a', 1), ('b', 2), ('c', 3)");
            SqlFragment update = SqlFragment.of("UPDATE thing SET price = thing.price + ?", 10);
            List<SqlFragment> returned =
                    List.of(SqlFragment.of("thing.name || ' ' || before.price || ' ' || thing.price"));

            assertEquals(RowsBefore.RETURNED, transaction.rowsBefore());
            assertEquals(
                    List.of("a 1 11", "b 2 12"),
                    transaction.query(
                            RowsBefore.RETURNED.telling(update, "thing", List.of(1, 2), returned), row -> row.text(1)));
            assertEquals(
                    List.of("a 11 21", "b 12 22"),
                    transaction.query(
                            RowsBefore.JOINED.telling(update, "thing", List.of(1, 2), returned), row -> row.text(1)));
            assertEquals(RowsBefore.JOINED, RowsBefore.of(17));
        }
    }

    @Test
    void aConnectionThatWasClosedBeforeTheFirstStatementMayBeTriedAgain() {
        names(); // leaves a connection in the pool, which is taken for alive
        try (Transaction unlucky = database.begin()) {
            closeConnections();

            assertThrows(RetryableError.class, () -> unlucky.query(NAMES, row -> row.text(1)));
        }
        try (Transaction unlucky = database.begin()) {
            unlucky.query(NAMES, row -> row.text(1));
            closeConnections();

            DatabaseError error = assertThrows(DatabaseError.class, () -> unlucky.query(NAMES, row -> row.text(1)));
            assertEquals("57P01", error.sqlState());
        }
    }

    private static void closeConnections() {
        TestPostgres.maintain(
                "SELECT pg_terminate_backend(pid, 5000)::text FROM pg_stat_activity WHERE datname = 'tx'");
    }

    @Test
    void whatIsNotCommittedIsGone() {
        try (Transaction transaction = database.begin()) {
            transaction.update(SqlFragment.of("INSERT INTO thing (name) VALUES (?)", "lost"));
        }

        assertEquals(List.of(), names());
    }

    @Test
    void savepointUndoesOnlyItsOwnWork() {
        try (Transaction transaction = database.begin()) {
            insert(transaction, "kept");
            assertThrows(
                    DatabaseError.class,
                    () -> transaction.inSavepoint(() -> {
                        insert(transaction, "undone");
                        return transaction.update(SqlFragment.of("INSERT INTO thing (name) VALUES (?)", "kept"));
                    }));
            transaction.commit();
        }

        assertEquals(List.of("kept"), names());
    }

    @Test
    void violatedConstraintIsNamed() {
        try (Transaction transaction = database.begin()) {
            insert(transaction, "twice");

            DatabaseError error = assertThrows(DatabaseError.class, () -> insert(transaction, "twice"));

            assertEquals("23505", error.sqlState());
            assertEquals("thing_name_key", error.constraint().orElseThrow());
            assertEquals("thing", error.table().orElseThrow());
        }
    }

    @Test
    void concurrentChangeOfOneRowCanBeTriedAgain() {
        try (Transaction transaction = database.begin()) {
            insert(transaction, "row");
            transaction.commit();
        }
        SqlFragment change = SqlFragment.of("UPDATE thing SET price = coalesce(price, 0) + 1");
        try (Transaction slow = database.begin();
                Transaction fast = database.begin()) {
            slow.query(NAMES, row -> row.text(1)); // takes its snapshot
            fast.update(change);
            fast.commit();

            assertThrows(RetryableError.class, () -> slow.update(change));
        }
    }

    @Test
    void batchAndCopyLoadManyRows() {
        try (Transaction transaction = database.begin()) {
            transaction.updateAll(
                    "INSERT INTO thing (name, price) VALUES (?, ?)",
                    List.of(List.of("a", new BigDecimal("1.50")), List.of("b", new BigDecimal("2"))));
            transaction.copyIn(
                    "thing",
                    List.of("name", "data"),
                    Arrays.asList(
                            new Object[] {"c\t\\d", new Json("{\"en_US\": \"x\\ny\"}")}, new Object[] {null, null}));
            transaction.commit();
        }

        assertEquals(Arrays.asList("a", "b", "c\t\\d", null), names());
    }

    @Test
    void failedCopyLeavesTheConnectionUsable() {
        try (Transaction transaction = database.begin()) {
            assertThrows(
                    DatabaseError.class,
                    () -> transaction.inSavepoint(() -> {
                        transaction.copyIn("thing", List.of("price"), List.<Object[]>of(new Object[] {"no number"}));
                        return null;
                    }));
            insert(transaction, "after");
            transaction.commit();
        }

        assertEquals(List.of("after"), names());
    }

    @Test
    void arraysAreBoundAndReadWhole() {
        try (Transaction transaction = database.begin()) {
            SqlFragment sql = SqlFragment.of(
                    "SELECT ?::int4[], ?::text[], NULL::int4[]",
                    SqlArray.ids(List.of(3, 1)),
                    SqlArray.texts(List.of("x")));

            assertTrue(transaction
                    .queryFirst(
                            sql,
                            row -> row.ids(1).equals(List.of(3, 1))
                                    && row.texts(2).equals(List.of("x"))
                                    && row.ids(3).isEmpty())
                    .orElseThrow());
        }
    }

    private static int insert(Transaction transaction, String name) {
        return transaction.update(SqlFragment.of("INSERT INTO thing (name) VALUES (?)", name));
    }

    private List<String> names() {
        try (Transaction transaction = database.begin()) {
            return transaction.query(NAMES, row -> row.text(1));
        }
    }
}
