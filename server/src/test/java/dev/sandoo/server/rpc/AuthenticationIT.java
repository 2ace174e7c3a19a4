package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.auth.ApiKeys;
import dev.sandoo.server.db.Transaction;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who may call, by password and by key. Source: recorded scenarios {@code auth_rpc} and {@code auth_keys}. */
class AuthenticationIT {
    @Nested
    class In19 extends BothVersions {
        In19() {
            super("19.0");
        }

        @Test
        void expiredKeyIsRefused() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            String past = key(uid, Optional.empty(), Optional.of(LocalDateTime.of(2020, 1, 1, 0, 0)));
            String future = key(uid, Optional.empty(), Optional.of(LocalDateTime.of(2120, 1, 1, 0, 0)));

            assertEquals(false, rpc.login("ann", past));
            assertEquals(uid, rpc.login("ann", future));
        }

        @Test
        void failedLoginsByRpcDoNotPause() {
            for (int i = 0; i < 12; i++) {
                rpc.login("admin", "wrong");
            }

            assertEquals(TestRpc.ADMIN, rpc.login("admin", "admin"));
        }
    }

    @Nested
    class In14 extends BothVersions {
        In14() {
            super("14.0");
        }

        @Test
        void tooManyFailuresPauseTheAddress() {
            pauseAfter(3, 10);
            failTimes(3);

            assertEquals(false, rpc.login("admin", "admin"));
            assertEquals(
                    "DENIED: Too many login failures, please wait a bit before trying again.",
                    TestRpc.refusal(() -> rpc.admin("res.country", "search_count", List.of())));
            assertEquals(TestRpc.ADMIN, rpc.loginFrom("10.0.0.9", "admin", "admin"));
        }

        @Test
        void pauseEnds() {
            pauseAfter(3, 10);
            failTimes(3);

            rpc.pass(Duration.ofSeconds(10));

            assertEquals(TestRpc.ADMIN, rpc.login("admin", "admin"));
        }

        @Test
        void goodLoginForgetsFailures() {
            pauseAfter(3, 10);
            failTimes(2);
            rpc.login("admin", "admin");
            failTimes(2);

            assertEquals(TestRpc.ADMIN, rpc.login("admin", "admin"));
        }

        @Test
        void emptyPasswordsAndUnknownIdsAreNoFailures() {
            pauseAfter(1, 10);

            rpc.login("admin", "");
            TestRpc.refusal(() -> rpc.as(99999, "x", "res.country", "search_count", List.of()));

            assertEquals(TestRpc.ADMIN, rpc.login("admin", "admin"));
        }

        private void pauseAfter(int failures, int seconds) {
            rpc.admin("ir.config_parameter", "set_param", "base.login_cooldown_after", "" + failures);
            rpc.admin("ir.config_parameter", "set_param", "base.login_cooldown_duration", "" + seconds);
        }

        private void failTimes(int times) {
            for (int i = 0; i < times; i++) {
                rpc.login("nobody", "bad");
            }
        }
    }

    abstract static class BothVersions {
        private final String version;
        TestRpc rpc;

        BothVersions(String version) {
            this.version = version;
        }

        @BeforeEach
        void start() {
            rpc = new TestRpc(version);
        }

        @AfterEach
        void stop() {
            rpc.close();
        }

        @Test
        void goodLoginAnswersTheUsersId() {
            assertEquals(TestRpc.ADMIN, rpc.login("admin", "admin"));
        }

        @Test
        void badLoginAnswersFalse() {
            assertEquals(false, rpc.login("admin", "Admin"));
            assertEquals(false, rpc.login("admin", ""));
            assertEquals(false, rpc.login("Admin", "admin"));
            assertEquals(false, rpc.login("adm%", "admin"));
            assertEquals(false, rpc.login("admin' OR '1'='1", "admin"));
            assertEquals(false, rpc.login("", ""));
        }

        @Test
        void superuserCannotLogIn() {
            assertEquals(false, rpc.login("__system__", "admin"));
            assertEquals(
                    "DENIED: Access Denied",
                    TestRpc.refusal(() -> rpc.as(1, "admin", "res.country", "search_count", List.of())));
        }

        @Test
        void unknownIdIsAMissingRecord() {
            assertEquals(
                    "MISSING: Record does not exist or has been deleted.\n(Record: res.users(99999,), User: 99999)",
                    TestRpc.refusal(() -> rpc.as(99999, "x", "res.country", "search_count", List.of())));
        }

        @Test
        void strangerIsDeniedBeforeAnythingElse() {
            assertEquals(
                    "DENIED: Access Denied", TestRpc.refusal(() -> rpc.as(TestRpc.ADMIN, "wrong", "no.such", "x")));
            assertEquals(
                    "DENIED: Access Denied",
                    TestRpc.refusal(() -> rpc.as(TestRpc.ADMIN, "wrong", "res.country", "_private")));
        }

        @Test
        void changedPasswordCountsAtOnce() {
            int uid = rpc.user("ann", "old", "base.group_user");
            assertEquals(uid, rpc.login("ann", "old"));

            rpc.admin("res.users", "write", List.of(uid), Map.of("password", "new"));

            assertEquals(false, rpc.login("ann", "old"));
            assertEquals(
                    "DENIED: Access Denied",
                    TestRpc.refusal(() -> rpc.as(uid, "old", "res.country", "search_count", List.of())));
            assertEquals(uid, rpc.login("ann", "new"));
        }

        @Test
        void archivedUserIsRefusedUntilBack() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            rpc.admin("res.users", "write", List.of(uid), Map.of("active", false));

            assertEquals(false, rpc.login("ann", "pw"));
            assertEquals(
                    "DENIED: Access Denied",
                    TestRpc.refusal(() -> rpc.as(uid, "pw", "res.country", "search_count", List.of())));

            rpc.admin("res.users", "write", List.of(uid), Map.of("active", true));
            assertEquals(uid, rpc.login("ann", "pw"));
        }

        @Test
        void userWithoutPasswordCannotLogIn() {
            rpc.admin("res.users", "create", Map.of("name", "Bob", "login", "bob"));

            assertEquals(false, rpc.login("bob", "x"));
            assertEquals(false, rpc.login("bob", ""));
        }

        @Test
        void keyStandsForThePassword() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            String key = key(uid, Optional.empty(), Optional.empty());

            assertEquals(uid, rpc.login("ann", key));
            assertEquals(1, rpc.as(uid, key, "res.users", "search_count", own(uid)));
            assertEquals(uid, rpc.login("ann", "pw"));
        }

        @Test
        void keyOpensItsOwnersAccountOnly() {
            int ann = rpc.user("ann", "pw", "base.group_user");
            rpc.user("bob", "pw", "base.group_user");
            String key = key(ann, Optional.empty(), Optional.empty());

            assertEquals(false, rpc.login("bob", key));
            assertEquals(false, rpc.login("ann", key.toUpperCase(Locale.ROOT) + "X"));
            assertEquals(false, rpc.login("ann", key.substring(0, 39)));
        }

        @Test
        void removedKeyIsRefusedAtOnce() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            String key = key(uid, Optional.empty(), Optional.empty());
            assertEquals(uid, rpc.login("ann", key));

            rpc.change("DELETE FROM res_users_apikeys WHERE user_id = ?", uid);

            assertEquals(false, rpc.login("ann", key));
        }

        @Test
        void keyOfAnotherScopeIsNotForRpc() {
            int uid = rpc.user("ann", "pw", "base.group_user");

            assertEquals(uid, rpc.login("ann", key(uid, Optional.of("rpc"), Optional.empty())));
            assertEquals(false, rpc.login("ann", key(uid, Optional.of("report"), Optional.empty())));
        }

        @Test
        void keyWhoseScopeIsAPolicyIsForRpcAsLongAsThePolicyStands() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            String key = key(uid, Optional.of("report"), Optional.empty());
            rpc.change("INSERT INTO sandoo_key_policy (name, document, active) VALUES ('report', '{}', true)");
            assertEquals(uid, rpc.login("ann", key));

            rpc.change("DELETE FROM sandoo_key_policy");

            assertEquals(false, rpc.login("ann", key));
        }

        @Test
        void accountWithSecondFactorIsKnownByItsKeysOnly() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            String key = key(uid, Optional.empty(), Optional.empty());

            rpc.change("UPDATE res_users SET totp_secret = 'JBSWY3DPEHPK3PXP' WHERE id = ?", uid);

            assertEquals(false, rpc.login("ann", "pw"));
            assertEquals(uid, rpc.login("ann", key));
        }

        @Test
        void onlyLoginsAreLogged() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            rpc.as(uid, "pw", "res.users", "search_count", own(uid));
            rpc.login("ann", "wrong");
            assertEquals(0, logs(uid));

            rpc.login("ann", "pw");
            rpc.login("ann", "pw");

            assertEquals(2, logs(uid));
        }

        @Test
        void administratorsLoginTellsWhereTheServerIs() {
            rpc.user("ann", "pw", "base.group_user");

            rpc.authenticate("ann", "pw", Map.of("base_location", "http://ann.example"));
            rpc.authenticate("admin", "admin", Map.of("base_location", "http://admin.example"));

            assertEquals("http://admin.example", rpc.admin("ir.config_parameter", "get_param", "web.base.url"));
        }

        @Test
        void secretsBeyondPasslibsLimitAreErrors() {
            assertTrue(TestRpc.refusal(() -> rpc.login("admin", "x".repeat(5000)))
                    .contains("password exceeds maximum allowed size"));
        }

        @Test
        void secretsAreStoredHashedOnly() {
            int uid = rpc.user("ann", "s3cret", "base.group_user");
            String key = key(uid, Optional.empty(), Optional.empty());

            assertEquals(
                    0, rpc.sql("SELECT count(*)::int FROM res_users WHERE id = ? AND password LIKE '%s3cret%'", uid));
            assertEquals(
                    1,
                    rpc.sql(
                            "SELECT count(*)::int FROM res_users_apikeys WHERE index = ? AND key NOT LIKE ?",
                            key.substring(0, 8),
                            "%" + key + "%"));
        }

        String key(int uid, Optional<String> scope, Optional<LocalDateTime> expiration) {
            try (Transaction transaction = rpc.database().begin()) {
                ApiKeys.NewKey key = new ApiKeys(new SecureRandom()).make(transaction, uid, "test", scope, expiration);
                transaction.commit();
                return key.secret();
            }
        }

        private int logs(int uid) {
            return rpc.sql("SELECT count(*)::int FROM res_users_log WHERE create_uid = ?", uid);
        }

        private static Object own(int uid) {
            return List.of(List.of("id", "=", uid));
        }
    }
}
