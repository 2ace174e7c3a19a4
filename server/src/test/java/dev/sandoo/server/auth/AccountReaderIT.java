package dev.sandoo.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.db.Database;
import dev.sandoo.server.db.TestPostgres;
import dev.sandoo.server.db.Transaction;
import dev.sandoo.server.sql.SqlFragment;
import java.security.SecureRandom;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of accounts never outlives a change of them, whoever makes it. */
class AccountReaderIT {
    private static final int ADMIN = 2;

    private static Database database;
    private static AccountReader reader;
    private static ApiKeys keys;

    @BeforeAll
    static void open() {
        database = TestPostgres.fresh("19.0");
        reader = new AccountReader();
        keys = new ApiKeys(new SecureRandom());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static <T> T in(Function<Transaction, T> work) {
        try (Transaction transaction = database.begin()) {
            T value = work.apply(transaction);
            transaction.commit();
            return value;
        }
    }

    private static AccountRow admin(String keyIndex) {
        return in(transaction -> reader.byId(transaction, ADMIN, keyIndex)).orElseThrow();
    }

    private static void change(String sql) {
        in(transaction -> transaction.update(SqlFragment.of(sql)));
    }

    @Test
    void aKnownAccountCostsOneStatement() {
        admin("");
        int statements = in(transaction -> {
            reader.byId(transaction, ADMIN, "");
            return transaction.statements();
        });
        assertEquals(1, statements);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE res_users SET login = login || 'x' WHERE id = 2",
                "UPDATE res_users SET password = 'another' WHERE id = 2",
                "UPDATE res_users SET active = FALSE WHERE id = 2",
                "UPDATE res_users SET totp_secret = 'JBSWY3DP' WHERE id = 2",
                "UPDATE res_users SET share = TRUE WHERE id = 2",
                "DELETE FROM res_groups_users_rel WHERE uid = 2 AND gid = 1",
                "INSERT INTO res_groups_users_rel (uid, gid) SELECT 2, max(id) FROM res_groups",
                "UPDATE res_partner SET name = 'Someone' WHERE id = 3",
                "UPDATE res_partner SET lang = 'fr_BE' WHERE id = 3",
                "UPDATE res_partner SET tz = 'Europe/Brussels' WHERE id = 3"
            })
    void aChangeShowsInTheNextCall(String sql) {
        AccountRow before = admin("");
        long counter = counter();
        change(sql);
        assertTrue(counter() > counter, sql);
        assertEquals(before.account().uid(), admin("").account().uid());
        try (Transaction transaction = database.begin()) {
            AccountRow fresh = new AccountReader().byId(transaction, ADMIN, "").orElseThrow();
            assertEquals(fresh, reader.byId(transaction, ADMIN, "").orElseThrow(), sql);
        }
    }

    private static long counter() {
        return in(transaction -> DatabaseMoment.of(transaction).accounts());
    }

    @Test
    void aKeyIsKnownAtOnceAndRefusedAtOnce() {
        var key = in(transaction -> keys.make(transaction, ADMIN, "script", Optional.of("rpc"), Optional.empty()));
        String index = ApiKeys.index(key.secret());
        assertEquals(1, admin(index).keys().size());
        assertEquals(0, admin("00000000").keys().size());
        in(transaction -> keys.remove(transaction, key.id()));
        assertEquals(0, admin(index).keys().size());
    }

    @Test
    void aKeyThatHasExpiredIsRefusedThoughNobodyTouchedIt() {
        LocalDateTime past = LocalDateTime.now(ZoneOffset.UTC).minusSeconds(1);
        var key = in(transaction -> keys.make(transaction, ADMIN, "old", Optional.empty(), Optional.of(past)));
        assertEquals(0, admin(ApiKeys.index(key.secret())).keys().size());
    }

    @Test
    void anotherDatabaseHasAnotherNumber() {
        long first = in(Transaction::databaseId);
        try (Database other = TestPostgres.fresh("19.0");
                Transaction transaction = other.begin()) {
            assertTrue(transaction.databaseId() != first);
        }
    }
}
