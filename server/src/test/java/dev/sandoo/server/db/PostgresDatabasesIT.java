package dev.sandoo.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.error.DatabaseError;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.sql.SqlFragment;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresDatabasesIT {
    private static final String HASH = "0123456789abcdef";

    private static final String SPARES = "SELECT datname FROM pg_database WHERE datname LIKE 'sandoo_spare_t_%'";
    private static final String TEMPLATES = "SELECT datname FROM pg_database WHERE datname LIKE 'sandoo_template_t_%'";

    private final TinyTemplate template = new TinyTemplate("t.2", HASH);
    private final PostgresDatabases databases = databases(template, Clock.systemUTC());

    @AfterEach
    void clear() {
        databases.list().forEach(databases::drop);
        databases.close();
        maintain(SPARES).forEach(name -> maintain("DROP DATABASE IF EXISTS " + name));
        maintain(TEMPLATES).forEach(PostgresDatabasesIT::dropTemplate);
    }

    @Test
    void onlyDatabasesOfTheVersionAreListed() {
        maintain("CREATE DATABASE stranger");
        databases.create("b");
        databases.create("a");
        try (PostgresDatabases others = databases(new TinyTemplate("t.3", HASH), Clock.systemUTC())) {
            others.create("c");

            assertEquals(List.of("a", "b"), databases.list());
            assertEquals(List.of("c"), others.list());
            assertFalse(databases.open("c").isPresent());
            assertFalse(databases.open("stranger").isPresent());
            others.drop("c");
        }
        databases.drop("stranger");

        assertEquals(List.of("stranger"), maintain("SELECT datname FROM pg_database WHERE datname = 'stranger'"));
        maintain("DROP DATABASE stranger");
    }

    @Test
    void takenNameIsRefused() {
        databases.create("taken");

        DatabaseError error = assertThrows(DatabaseError.class, () -> databases.create("taken"));

        assertEquals("42P04", error.sqlState());
        assertEquals(List.of("taken"), databases.list());
    }

    @Test
    void oddNameIsRefused() {
        assertThrows(UserError.class, () -> databases.create("x\"; DROP DATABASE postgres; --"));
    }

    @Test
    void templateIsBuiltOnceByManyThreads() {
        List<CompletableFuture<Void>> creations = Stream.of("p1", "p2", "p3", "p4", "p5", "p6")
                .map(name -> CompletableFuture.runAsync(() -> databases.create(name)))
                .toList();

        creations.forEach(CompletableFuture::join);

        assertEquals(1, template.builds().get());
        assertEquals(6, databases.list().size());
    }

    @Test
    void halfBuiltTemplateIsBuiltAgain() {
        maintain("CREATE DATABASE sandoo_template_t_2_0123456789ab");

        databases.create("whole");

        assertEquals(1, template.builds().get());
        assertEquals(0, count("whole"));
    }

    @Test
    void templateDroppedByAnotherProcessIsBuiltAgain() {
        databases.create("before");
        dropTemplate("sandoo_template_t_2_0123456789ab");

        databases.create("after");

        int builds = template.builds().get();
        assertTrue(builds >= 2, builds + " builds"); // the thread that keeps a clone ready may build it too
    }

    @Test
    void templateOfAnOlderSchemaGoesAfterAWeek() {
        Clock lastWeek = Clock.offset(Clock.systemUTC(), Duration.ofDays(-8));
        try (PostgresDatabases older = databases(new TinyTemplate("t.2", "ffffffffffff"), lastWeek)) {
            older.prepare();
        }

        databases.prepare();

        assertEquals(List.of("sandoo_template_t_2_0123456789ab"), maintain(TEMPLATES));
    }

    @Test
    void abandonedCloneIsClearedAway() {
        maintain("CREATE DATABASE sandoo_new_1700000000_abc");

        databases.prepare();

        assertEquals(
                List.of(), maintain("SELECT datname FROM pg_database WHERE datname = 'sandoo_new_1700000000_abc'"));
    }

    @Test
    void databaseOfAnotherBuildIsListedAndDroppedButNotOpened() {
        try (PostgresDatabases older = databases(new TinyTemplate("t.2", "ffffffffffff"), Clock.systemUTC())) {
            older.create("old");
        }

        StorageException error = assertThrows(StorageException.class, () -> databases.open("old"));

        assertTrue(error.getMessage().startsWith("The database old was made by another build"), error.getMessage());
        assertEquals(List.of("old"), databases.list());
        databases.drop("old");
        assertEquals(List.of(), databases.list());
    }

    @Test
    void cloneIsKeptReadyAndHandedOut() throws InterruptedException {
        databases.create("first");
        List<String> spares = List.of();
        for (int i = 0; i < 200 && spares.isEmpty(); i++) {
            Thread.sleep(20);
            spares = maintain("SELECT oid FROM pg_database WHERE datname LIKE 'sandoo_spare_t_2_%'");
        }

        databases.create("second");

        assertEquals(spares, maintain("SELECT oid FROM pg_database WHERE datname = 'second'"));
        assertEquals(0, count("second"));
        assertEquals(List.of("first", "second"), databases.list());
    }

    @Test
    void nameOfADroppedDatabaseIsFreeAtOnce() {
        for (int i = 0; i < 5; i++) {
            databases.create("again");
            assertEquals(0, count("again"));
            databases.drop("again");
            assertEquals(List.of(), databases.list());
        }
    }

    @Test
    void databaseInUseIsDroppedAllTheSame() {
        databases.create("busy");
        try (PostgresDatabases other = databases(template, Clock.systemUTC());
                Transaction transaction = other.open("busy").orElseThrow().begin()) {
            transaction.query(SqlFragment.of("SELECT 1"), row -> row.integer(1));

            databases.drop("busy");

            assertThrows(
                    DatabaseError.class, () -> transaction.query(SqlFragment.of("SELECT 1"), row -> row.integer(1)));
        }
        assertEquals(List.of(), databases.list());
        assertFalse(databases.open("busy").isPresent());
    }

    @Test
    void openTransactionIsSeenAsALeak() {
        databases.create("leaky");
        Database database = databases.open("leaky").orElseThrow();

        try (Transaction transaction = database.begin()) {
            assertEquals(1, database.openTransactions());
            assertEquals(0, transaction.statements());
        }

        assertEquals(0, database.openTransactions());
        assertTrue(databases.open("leaky").orElseThrow() == database);
    }

    private int count(String name) {
        try (Transaction transaction = databases.open(name).orElseThrow().begin()) {
            return transaction
                    .queryFirst(SqlFragment.of("SELECT count(*) FROM thing"), row -> row.integer(1))
                    .orElseThrow();
        }
    }

    private static PostgresDatabases databases(Template template, Clock clock) {
        return new PostgresDatabases(TestPostgres.server(), template, PoolSettings.STANDARD, clock);
    }

    private static void dropTemplate(String name) {
        maintain("ALTER DATABASE " + name + " WITH IS_TEMPLATE false");
        maintain("DROP DATABASE IF EXISTS " + name);
    }

    private static List<String> maintain(String sql) {
        return TestPostgres.maintain(sql);
    }
}
