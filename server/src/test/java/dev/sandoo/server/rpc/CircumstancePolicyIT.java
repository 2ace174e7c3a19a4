package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.error.ErrorKind;
import dev.sandoo.server.error.OdooError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Where from, when, how often, over what and as whom a key is used; and what becomes of keys whose policies go. */
class CircumstancePolicyIT {
    @AutoClose
    private static final TestRpc rpc = new TestRpc("19.0");

    private static Object from(PolicedKey key, Protocol protocol, String address) {
        Origin origin = new Origin(protocol, address, "test", "1");
        Credential credential = new Credential.UserSecret(TestRpc.ADMIN, key.secret());
        return rpc.dispatcher()
                .dispatch(new Call(
                        rpc.databaseName(),
                        credential,
                        "res.partner",
                        "search_count",
                        List.of(List.of()),
                        Map.of(),
                        origin));
    }

    private static int count(PolicedKey key) {
        return (Integer) key.call("res.partner", "search_count", List.of());
    }

    @Test
    void opensOnlyTheAddressesItNames() {
        PolicedKey key = PolicedKey.of(rpc, "office", "addresses: [203.0.113.0/24, \"2001:db8::/32\"]");

        for (String open :
                List.of("203.0.113.1", "203.0.113.255", "::ffff:203.0.113.9", "2001:db8::5", "2001:0DB8:1::5")) {
            assertTrue((Integer) from(key, Protocol.XMLRPC, open) > 0, open);
        }
        for (String closed : List.of(
                "203.0.114.1",
                "127.0.0.1",
                "::1",
                "2001:db9::1",
                "0.0.0.0",
                "203.0.113.1, 10.0.0.1",
                "203.0.113.01",
                "203.0.113.1.evil.org",
                "",
                "localhost",
                "3405803777",
                "0xCB007101")) {
            key.isRefused("addresses", () -> from(key, Protocol.XMLRPC, closed));
        }
    }

    @Test
    void opensOnlyTheProtocolsItNames() {
        PolicedKey key = PolicedKey.of(rpc, "one-dialect", "protocols: [xmlrpc]");

        assertTrue((Integer) from(key, Protocol.XMLRPC, "127.0.0.1") > 0);
        for (Protocol closed : List.of(Protocol.JSONRPC, Protocol.JSON2, Protocol.WEB, Protocol.HTTP)) {
            key.isRefused("protocols", () -> from(key, closed, "127.0.0.1"));
        }
    }

    @Test
    void countsCallsWhateverBecomesOfThem() {
        PolicedKey key =
                PolicedKey.of(rpc, "five-a-minute", "models: {res.partner: [read]}\nrate: {calls: 5, per: 1m}");

        count(key);
        key.isRefused("models", "res.users", "search", List.of());
        key.isRefused("methods", "res.partner", "write", List.of(1), Map.of("name", "x"));
        assertThrows(OdooError.class, () -> key.call("res.partner", "search", List.of(List.of("no_field", "=", 1))));
        count(key);
        key.isRefused("rate", () -> count(key));
        key.isRefused("rate", "res.users", "search", List.of());
        rpc.pass(Duration.ofSeconds(30));
        key.isRefused("rate", () -> count(key));
        rpc.pass(Duration.ofSeconds(29));
        key.isRefused("rate", () -> count(key));
        rpc.pass(Duration.ofSeconds(3));
        count(key);
    }

    @Test
    void letsNoStretchOfTimeHoldMoreThanTheLimit() {
        PolicedKey key = PolicedKey.of(rpc, "edge", "rate: {calls: 4, per: 1m}");

        rpc.pass(Duration.ofSeconds(58));
        for (int i = 0; i < 4; i++) {
            count(key);
        }
        rpc.pass(Duration.ofSeconds(4)); // another minute on the clock, and yet the same stretch
        key.isRefused("rate", () -> count(key));
    }

    @Test
    void countsCallsAtOnceAsManyAsTheyAre() throws Exception {
        PolicedKey key = PolicedKey.of(rpc, "quota", "quota: {calls: 20, per: 1d}");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            calls.add(() -> {
                try {
                    return count(key) > 0;
                } catch (OdooError refused) {
                    assertEquals(ErrorKind.ACCESS, refused.kind(), refused.getMessage());
                    return false;
                }
            });
        }

        int passed = 0;
        for (Future<Boolean> call : threads.invokeAll(calls)) {
            passed += call.get() ? 1 : 0;
        }
        threads.shutdown();

        assertEquals(20, passed);
    }

    @Test
    void keepsHoursAndEnds() {
        PolicedKey ended = PolicedKey.of(rpc, "ended", "expires: 2020-01-01");
        PolicedKey never = PolicedKey.of(
                rpc,
                "blink",
                "hours: {timezone: UTC, days: [mon, tue, wed, thu, fri, sat, sun], from: \"00:00\", to: \"00:01\"}");
        PolicedKey always = PolicedKey.of(rpc, "always", "hours: {timezone: Asia/Tokyo}");

        ended.isRefused("expires", () -> count(ended));
        assertTrue(count(always) > 0);
        rpc.pass(untilNoon());
        never.isRefused("hours", () -> count(never));
    }

    private static Duration untilNoon() {
        int second = rpc.sql("SELECT extract(epoch FROM now())::bigint % 86400");
        return Duration.ofSeconds((12 * 3600 + 86_400 - second) % 86_400);
    }

    @Test
    void narrowsTheCallersGroupsAndNeverWidensThem() {
        PolicedKey employee = PolicedKey.of(
                rpc,
                "employee",
                "models: {res.users: [\"has_group*\"], res.country: [\"*\"]}\nrole: [base.group_user]");
        int plain = rpc.user("plain", "plain", "base.group_user");
        rpc.admin("sandoo.key.policy", "create", Map.of("name", "manager", "document", "role: [base.group_system]"));
        PolicedKey manager = PolicedKey.under(rpc, plain, "manager");

        assertEquals(false, employee.call("res.users", "has_group", List.of(2), "base.group_system"));
        assertEquals(false, employee.call("res.users", "has_groups", List.of(2), "base.group_system"));
        employee.isForbidden(() -> employee.call("res.country", "create", Map.of("name", "x", "code", "XX")));
        assertEquals(false, employee.call("res.country", "has_access", List.of(), "create"));
        manager.isForbidden(() -> rpc.executeKw(
                plain,
                manager.secret(),
                "res.country",
                "create",
                List.of(Map.of("name", "x", "code", "XY")),
                Map.of()));
    }

    @Test
    void bindsARoleOnlyToThoseWhoHaveIt() {
        int group = rpc.idOf("base.group_user");
        int seller = rpc.user("seller", "seller", "base.group_user");
        Object role = rpc.admin(
                "res.users.role",
                "create",
                Map.of("name", "Seller", "implied_ids", List.of(List.of(6, 0, List.of(group)))));
        rpc.admin("sandoo.key.policy", "create", Map.of("name", "sellers", "document", "role: Seller"));
        PolicedKey key = PolicedKey.under(rpc, seller, "sellers");
        Runnable call =
                () -> rpc.executeKw(seller, key.secret(), "res.partner", "search_count", List.of(List.of()), Map.of());

        key.isRefused("role", call);
        Object line = rpc.admin("res.users.role.line", "create", Map.of("role_id", role, "user_id", seller));
        call.run();
        rpc.admin("res.users.role.line", "write", List.of(line), Map.of("date_to", "2020-01-01"));
        key.isRefused("role", call);
        rpc.admin("res.users.role.line", "write", List.of(line), Map.of("date_to", false, "date_from", "2999-01-01"));
        key.isRefused("role", call);
        rpc.admin("res.users.role.line", "write", List.of(line), Map.of("date_from", false));
        call.run();
        rpc.admin("res.users.role", "write", List.of(role), Map.of("active", false));
        key.isRefused("role", call);
    }

    @Test
    void givesThoseWithRolesTheGroupsOfTheirRolesForTheirTime() {
        int user = rpc.user("temp", "temp", "base.group_user", "base.group_system");
        Object role = rpc.admin(
                "res.users.role",
                "create",
                Map.of("name", "Temp", "implied_ids", List.of(List.of(6, 0, List.of(rpc.idOf("base.group_user"))))));
        rpc.as(user, "temp", "res.country", "create", Map.of("name", "Temp", "code", "ZT"));
        rpc.admin("res.users.role.line", "create", Map.of("role_id", role, "user_id", user));

        assertThrows(
                OdooError.class,
                () -> rpc.as(user, "temp", "res.country", "create", Map.of("name", "T2", "code", "ZU")));
        assertEquals(
                List.of(rpc.idOf("base.group_user")),
                ((Map<?, ?>) ((List<?>) rpc.admin("res.users", "read", List.of(user), List.of("group_ids"))).get(0))
                        .get("group_ids"));
    }

    @Test
    void endsWithItsPolicy() {
        PolicedKey key = PolicedKey.of(rpc, "going", "models: {res.partner: [read]}");
        Object id = ((List<?>) rpc.admin("sandoo.key.policy", "search", List.of(List.of("name", "=", "going")))).get(0);
        assertTrue(count(key) > 0);

        assertTrue(TestRpc.refusal(() -> rpc.admin("sandoo.key.policy", "unlink", List.of(id)))
                .contains("key of going"));
        assertTrue(TestRpc.refusal(() -> rpc.admin("sandoo.key.policy", "write", List.of(id), Map.of("active", false)))
                .contains("archived"));
        assertTrue(TestRpc.refusal(() -> rpc.admin("sandoo.key.policy", "write", List.of(id), Map.of("name", "other")))
                .contains("renamed"));
        rpc.admin("sandoo.key.policy", "write", List.of(id), Map.of("document", "models: {res.country: [read]}"));
        key.isRefused("models", () -> count(key));
        rpc.change("UPDATE sandoo_key_policy SET document = 'models: [' WHERE name = 'going'");
        key.isRefused("policy", () -> count(key));
        rpc.change(
                "UPDATE sandoo_key_policy SET document = 'models: {res.partner: [read]}', active = false WHERE name = 'going'");
        key.isRefused("policy", () -> count(key));
        rpc.executeKw(
                TestRpc.ADMIN,
                "admin",
                "sandoo.key.policy",
                "unlink",
                List.of(List.of(id)),
                Map.of("context", Map.of("force", true)));
        OdooError gone = assertThrows(OdooError.class, () -> count(key));
        assertEquals(ErrorKind.DENIED, gone.kind());
        assertEquals(2, rpc.sql("SELECT count(*)::int FROM sandoo_key_policy_version WHERE name = 'going'"));
    }

    @Test
    void refusesDocumentsThatAreNone() {
        String refusal = TestRpc.refusal(() -> rpc.admin(
                "sandoo.key.policy",
                "create",
                Map.of("name", "wrong", "document", "models:\n  crm.lead:\n    methods: [read]\n    fields: [nmae]")));

        assertTrue(
                refusal.contains("line 4, models.crm.lead.fields[0]: crm.lead has no field nmae; did you mean name?"),
                refusal);
        assertTrue(TestRpc.refusal(
                        () -> rpc.admin("sandoo.key.policy", "create", Map.of("name", "a", "document", "name: b")))
                .contains("says \"b\""));
        assertTrue(TestRpc.refusal(
                        () -> rpc.admin("sandoo.key.policy", "create", Map.of("name", "rpc", "document", "name: rpc")))
                .contains("cannot be called"));
    }

    @Test
    void stopsKeysThatAreSuspendedOrRevokedWhateverTheirScope() {
        PolicedKey key = PolicedKey.of(rpc, "switch", "models: {res.partner: [read]}");
        Object state = rpc.admin("sandoo.key.state", "create", Map.of("key_id", key.id(), "state", "suspended"));

        key.isRefused("state", () -> count(key));
        assertEquals(false, rpc.login("admin", key.secret()));
        rpc.admin("sandoo.key.state", "write", List.of(state), Map.of("state", "active"));
        assertTrue(count(key) > 0);
        rpc.change("UPDATE sandoo_key_state SET until = '2020-01-01' WHERE key_id = ?", key.id());
        key.isRefused("state", () -> count(key));
        rpc.admin("sandoo.key.state", "write", List.of(state), Map.of("state", "revoked", "until", false));
        key.isRefused("state", () -> count(key));
        assertTrue(
                TestRpc.refusal(() -> rpc.admin("sandoo.key.state", "write", List.of(state), Map.of("state", "active")))
                        .contains("revoked"));
        assertTrue(TestRpc.refusal(() -> rpc.admin("sandoo.key.state", "unlink", List.of(state)))
                .contains("revoked"));
    }

    @Test
    void bindsTheKeyWhateverDialectItComesIn() {
        PolicedKey key = PolicedKey.of(rpc, "dialects", "models: {res.country: [read]}");
        Credential bearer = new Credential.Bearer(key.secret());
        Credential pair = new Credential.UserSecret(TestRpc.ADMIN, key.secret());

        for (Protocol protocol : Protocol.values()) {
            Origin origin = new Origin(protocol, "127.0.0.1", "test", "1");
            for (Credential credential : List.of(bearer, pair)) {
                Map<String, Object> named = Map.of("domain", List.of());
                key.isRefused(
                        "models",
                        () -> rpc.dispatcher()
                                .dispatch(new Call(
                                        rpc.databaseName(),
                                        credential,
                                        "res.partner",
                                        "search",
                                        List.of(),
                                        named,
                                        origin)));
                assertTrue((Integer) rpc.dispatcher()
                                .dispatch(new Call(
                                        rpc.databaseName(),
                                        credential,
                                        "res.country",
                                        "search_count",
                                        List.of(),
                                        named,
                                        origin))
                        > 0);
            }
        }
    }

    @Test
    void leavesARecordOfWhatItRefused() {
        PolicedKey key = PolicedKey.of(rpc, "watched", "models: {res.country: [read]}");

        key.isRefused("models", "res.partner", "search", List.of());
        key.isRefused("methods", "res.country", "unlink", List.of(1));

        assertEquals(
                2,
                rpc.sqlAfterAudit(
                        "SELECT count(*)::int FROM sandoo_call WHERE outcome = 'refused' AND policy = 'watched' AND key_id = ?",
                        key.id()));
    }

    @Test
    void explainsByWhichLineACallIsRefused() {
        PolicedKey key =
                PolicedKey.of(rpc, "explained", "models:\n  crm.lead:\n    methods: [create]\n    fields: [name]");

        Map<?, ?> answer = (Map<?, ?>)
                rpc.admin("sandoo.key.policy", "explain", key.id(), "crm.lead", "create", Map.of("user_id", 2));
        Map<?, ?> fine = (Map<?, ?>)
                rpc.admin("sandoo.key.policy", "explain", key.id(), "crm.lead", "create", Map.of("name", "x"));

        assertEquals(false, answer.get("allowed"));
        assertTrue(
                answer.get("verdicts").toString().contains("allowed=false, dimension=fields, line=4"),
                answer.toString());
        assertEquals(true, fine.get("allowed"), fine.toString());
    }

    @Test
    void onlyNotesInADryRun() {
        PolicedKey key =
                PolicedKey.of(rpc, "trial", "mode: dry-run\nmodels: {crm.lead: [read]}\naddresses: [10.0.0.0/8]");

        Object id = key.call("res.partner", "create", Map.of("name", "Trial"));

        assertEquals(List.of(id), key.call("res.partner", "search", List.of(List.of("name", "=", "Trial"))));
        for (String closed :
                List.of("sandoo.key.policy", "sandoo.key.state", "res.users.apikeys.description", "res.users.role")) {
            key.isRefused("models", closed, "create", Map.of("name", "x", "document", "name: x"));
        }
        key.isRefused("methods", "res.users", "api_key_wizard", List.of(2));
    }

    @Test
    void keepsNoSettingsOfTheServerForAPolicedKey() {
        PolicedKey key = PolicedKey.of(rpc, "login-only", "models: {res.partner: [read]}");

        assertEquals(
                TestRpc.ADMIN, rpc.authenticate("admin", key.secret(), Map.of("base_location", "http://evil.example")));

        assertFalse(rpc.admin("ir.config_parameter", "get_param", "web.base.url")
                .toString()
                .contains("evil"));
    }
}
