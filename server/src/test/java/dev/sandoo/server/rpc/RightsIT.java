package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What callers may do, and from when on. Source: recorded scenario {@code orm_access}. */
class RightsIT {
    private static final String INDUSTRY = "res.partner.industry";

    @Nested
    class In19 extends BothVersions {
        In19() {
            super("19.0");
        }

        @Test
        void exclusiveGroupsAreNamedInTheOrderGiven() {
            int uid = rpc.user("ann", "pw", "base.group_user");

            assertEquals(
                    "VALIDATION: User 'Name of ann' cannot be at the same time in exclusive groups "
                            + "'Role / User', 'Role / Portal'.",
                    TestRpc.refusal(() -> addGroup(uid, rpc.idOf("base.group_portal"))));
        }

        @Test
        void accountsThatOdooReliesOnAreKept() {
            for (String user : List.of("base.user_admin", "base.public_user", "base.template_portal_user_id")) {
                int id = rpc.idOf(user);
                assertTrue(TestRpc.refusal(() -> rpc.admin("res.users", "unlink", List.of(id)))
                        .startsWith("USER: "));
            }
        }
    }

    @Nested
    class In14 extends BothVersions {
        In14() {
            super("14.0");
        }

        @Test
        void exclusiveGroupsAreRefused() {
            int uid = rpc.user("ann", "pw", "base.group_user");

            assertEquals(
                    "VALIDATION: The user cannot have more than one user types.",
                    TestRpc.refusal(() -> addGroup(uid, rpc.idOf("base.group_portal"))));
        }

        @Test
        void impliedGroupsAreStoredWithTheUser() {
            int uid = rpc.user("ann", "pw", "base.group_user");

            assertTrue(groups(uid).contains(rpc.idOf("base.group_no_one")));
        }

        @Test
        void groupThatComesToImplyAnotherTakesItsUsersAlong() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            int group = (Integer) rpc.admin("res.groups", "create", Map.of("name", "G"));
            addGroup(uid, group);

            int manager = rpc.idOf("base.group_partner_manager");
            rpc.admin("res.groups", "write", List.of(group), Map.of("implied_ids", List.of(List.of(4, manager))));

            assertTrue(groups(uid).contains(manager));
        }

        private List<?> groups(int uid) {
            List<?> rows = (List<?>) rpc.admin("res.users", "read", List.of(uid), List.of("groups_id"));
            return (List<?>) ((Map<?, ?>) rows.get(0)).get("groups_id");
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
        void groupGivenOrTakenCountsFromTheNextCallOn() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            int manager = rpc.idOf("base.group_partner_manager");
            assertTrue(refused(uid));

            addGroup(uid, manager);
            rpc.as(uid, "pw", INDUSTRY, "search_count", List.of());
            rpc.as(uid, "pw", "res.partner", "create", Map.of("name", "P"));

            String field = groupsField();
            rpc.admin("res.users", "write", List.of(uid), Map.of(field, List.of(List.of(3, manager))));
            assertTrue(TestRpc.refusal(() -> rpc.as(uid, "pw", "res.partner", "create", Map.of("name", "Q")))
                    .startsWith("ACCESS: You are not allowed to create 'Contact' (res.partner) records."));
        }

        @Test
        void rightMadeAtRunTimeCountsFromTheNextCallOn() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            assertTrue(refused(uid));

            int right = (Integer) rpc.admin(
                    "ir.model.access",
                    "create",
                    Map.of("name", "a", "model_id", modelId(), "perm_read", true, "perm_create", true));
            rpc.as(uid, "pw", INDUSTRY, "create", Map.of("name", "I"));

            rpc.admin("ir.model.access", "write", List.of(right), Map.of("active", false));
            assertTrue(refused(uid));
        }

        @Test
        void rightChangedBehindTheModelsBackCountsToo() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            assertTrue(refused(uid));

            rpc.change(
                    "INSERT INTO ir_model_access (name, model_id, active, perm_read, perm_create) "
                            + "VALUES ('sql', ?, true, true, true)",
                    modelId());

            rpc.as(uid, "pw", INDUSTRY, "create", Map.of("name", "I"));
        }

        @Test
        void privateMethodsAreRefused() {
            assertTrue(TestRpc.refusal(() -> rpc.admin("res.partner", "_search", List.of()))
                    .startsWith("ACCESS: Private methods (such as "));
        }

        @Test
        void unknownModelIsRefused() {
            assertEquals(
                    "USER: Object no.such.model doesn't exist",
                    TestRpc.refusal(() -> rpc.admin("no.such.model", "search", List.of())));
        }

        @Test
        void callThatFailsChangesNothing() {
            int uid = rpc.user("ann", "pw", "base.group_user");

            TestRpc.refusal(
                    () -> rpc.admin("res.users", "write", List.of(uid), Map.of("login", "bob", "company_id", 99)));

            assertEquals(1, rpc.sql("SELECT count(*)::int FROM res_users WHERE login = 'ann'"));
        }

        @Test
        void parentsThatLoopAreRefused() {
            int a = (Integer) rpc.admin("res.partner.category", "create", Map.of("name", "A"));
            int b = (Integer) rpc.admin("res.partner.category", "create", Map.of("name", "B", "parent_id", a));

            assertEquals(
                    "USER: Recursion Detected.",
                    TestRpc.refusal(
                            () -> rpc.admin("res.partner.category", "write", List.of(a), Map.of("parent_id", b))));
        }

        @Test
        void companyOfOthersCannotBeChosen() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            int company = (Integer) rpc.admin("res.company", "create", Map.of("name", "Other"));
            Map<String, Object> context = Map.of("context", Map.of("allowed_company_ids", List.of(company)));

            assertEquals(
                    "ACCESS: Access to unauthorized or invalid companies.",
                    TestRpc.refusal(() ->
                            rpc.executeKw(uid, "pw", "res.partner", "search_count", List.of(List.of()), context)));
            assertEquals(
                    0,
                    rpc.executeKw(
                            TestRpc.ADMIN,
                            "admin",
                            "res.partner",
                            "search_count",
                            List.of(List.of(List.of("name", "=", "nobody"))),
                            context));
        }

        @Test
        void ruleMadeAtRunTimeKeepsRecordsAway() {
            int uid = rpc.user("ann", "pw", "base.group_user");
            int red = (Integer) rpc.admin(INDUSTRY, "create", Map.of("name", "red"));
            int blue = (Integer) rpc.admin(INDUSTRY, "create", Map.of("name", "blue"));
            rpc.admin(
                    "ir.rule",
                    "create",
                    Map.of("name", "Reds", "model_id", modelId(), "domain_force", "[('name', '=', 'red')]"));

            assertEquals(
                    List.of(red),
                    rpc.as(uid, "pw", INDUSTRY, "search", List.of(List.of("id", "in", List.of(red, blue)))));
            assertTrue(TestRpc.refusal(() -> rpc.as(uid, "pw", INDUSTRY, "read", List.of(blue), List.of("name")))
                    .startsWith("ACCESS: "));
        }

        @Test
        void ownPreferencesNeedNoRights() {
            int uid = rpc.user("ann", "pw", "base.group_user");

            assertEquals(
                    true,
                    rpc.as(uid, "pw", "res.users", "write", List.of(uid), Map.of("email", "a@b.example", "tz", "UTC")));
            assertTrue(
                    TestRpc.refusal(() -> rpc.as(uid, "pw", "res.users", "write", List.of(uid), Map.of("login", "eve")))
                            .startsWith("ACCESS: You are not allowed to modify"));
            assertTrue(TestRpc.refusal(
                            () -> rpc.as(uid, "pw", "res.users", "write", List.of(TestRpc.ADMIN), Map.of("email", "x")))
                    .startsWith("ACCESS: You are not allowed to modify"));
        }

        @Test
        void nobodyLocksThemselvesOut() {
            assertEquals(
                    "USER: You cannot deactivate the user you're currently logged in as.",
                    TestRpc.refusal(
                            () -> rpc.admin("res.users", "write", List.of(TestRpc.ADMIN), Map.of("active", false))));
            assertEquals(
                    "USER: You cannot activate the superuser.",
                    TestRpc.refusal(() -> rpc.admin("res.users", "write", List.of(1), Map.of("active", true))));
        }

        @Test
        void ownPasswordIsChangedByShowingTheOldOne() {
            int uid = rpc.user("ann", "old", "base.group_user");

            assertEquals(
                    "DENIED: Access Denied",
                    TestRpc.refusal(() -> rpc.as(uid, "old", "res.users", "change_password", "wrong", "new")));
            assertEquals(
                    "USER: Setting empty passwords is not allowed for security reasons!",
                    TestRpc.refusal(() -> rpc.as(uid, "old", "res.users", "change_password", "old", "")));
            assertEquals(true, rpc.as(uid, "old", "res.users", "change_password", "old", "new"));
            assertEquals(uid, rpc.login("ann", "new"));
        }

        @Test
        void passwordsAreNeverRead() {
            List<?> rows = (List<?>)
                    rpc.admin("res.users", "read", List.of(TestRpc.ADMIN), List.of("password", "new_password"));

            assertEquals(List.of(Map.of("id", TestRpc.ADMIN, "password", "", "new_password", "")), rows);
        }

        @Test
        void portalUsersAreOutsiders() {
            int portal = rpc.user("pat", "pw", "base.group_portal");
            int internal = rpc.user("ann", "pw", "base.group_user");

            assertEquals(1, rpc.sql("SELECT count(*)::int FROM res_users WHERE id = ? AND share", portal));
            assertEquals(0, rpc.sql("SELECT count(*)::int FROM res_users WHERE id = ? AND share", internal));
        }

        void addGroup(int uid, int group) {
            rpc.admin("res.users", "write", List.of(uid), Map.of(groupsField(), List.of(List.of(4, group))));
        }

        private String groupsField() {
            return rpc.version().has("groups.implied-stored") ? "groups_id" : "group_ids";
        }

        private int modelId() {
            return rpc.sql("SELECT id FROM ir_model WHERE model = ?", INDUSTRY);
        }

        private boolean refused(int uid) {
            return TestRpc.refusal(() -> rpc.as(uid, "pw", INDUSTRY, "create", Map.of("name", "I")))
                    .startsWith("ACCESS: You are not allowed to create 'Industry' (" + INDUSTRY + ") records.");
        }
    }
}
