package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.BothVersions;
import dev.sandoo.server.error.AccessError;
import dev.sandoo.server.error.OdooError;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What is written down of calls, as an administrator reads it. */
@BothVersions
class CallAuditIT {
    private static final String CALL = "sandoo.call";
    private static final String CHANGE = "sandoo.call.change";

    /** A picture of one pixel. */
    private static final String TINY =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @AutoClose
    private final TestRpc rpc;

    CallAuditIT(String version) {
        rpc = new TestRpc(version);
    }

    @Test
    void aReadIsWrittenDownWithWhoAndHowMany() {
        rpc.admin("res.partner", "read", List.of(1, 2), List.of("name"));

        Map<String, Object> line = last("res.partner");

        assertEquals("read", line.get("method"));
        assertEquals(2, line.get("record_count"));
        assertEquals("ok", line.get("outcome"));
        assertEquals("xmlrpc", line.get("protocol"));
        assertEquals("127.0.0.1", line.get("address"));
        assertEquals("test", line.get("user_agent"));
        assertEquals("1", line.get("request_id"));
        assertEquals(TestRpc.ADMIN, ((List<?>) line.get("user_id")).get(0));
        assertEquals(false, line.get("reason"));
        assertTrue((Double) line.get("milliseconds") > 0);
    }

    @Test
    void aKeyIsNamedAlsoAfterItIsGone() {
        String key = rpc.key(TestRpc.ADMIN);
        int id = rpc.sql("SELECT max(id) FROM res_users_apikeys");
        rpc.as(TestRpc.ADMIN, key, "res.partner", "search_count", List.of());

        rpc.change("DELETE FROM res_users_apikeys");

        Map<String, Object> line = last("res.partner");
        assertEquals(id, line.get("key_id"));
        assertEquals("test", line.get("key_name"));
    }

    @Test
    void useAndRefusalsOfAKeyAreCounted() {
        int user = rpc.user("counted", "counted", "base.group_user");
        String key = rpc.key(user);
        int id = rpc.sql("SELECT max(id) FROM res_users_apikeys");
        rpc.as(user, key, "res.partner", "search_count", List.of());
        rpc.as(user, key, "res.partner", "read", List.of(1));
        assertThrows(
                AccessError.class, () -> rpc.as(user, key, "res.users", "create", Map.of("name", "x", "login", "x")));

        last("res.users");

        assertEquals(3, rpc.sql("SELECT uses FROM sandoo_key_use WHERE key_id = ?", id));
        assertEquals(1, rpc.sql("SELECT refusals FROM sandoo_key_use WHERE key_id = ?", id));
    }

    @Test
    void aChangeIsWrittenDownWithOldAndNewValue() {
        int id = partner(Map.of("name", "Before", "city", "Gent"));
        rpc.admin("res.partner", "write", List.of(id), Map.of("name", "After", "city", "Gent", "color", 3));

        Map<String, List<Object>> changes = changes(last("res.partner"));

        assertEquals(Map.of("name", List.of("Before", "After"), "color", List.of("0", "3")), changes);
    }

    @Test
    void whatANewRecordWasGivenIsWrittenDown() {
        partner(Map.of("name", "Given", "active", true));

        assertEquals(
                Map.of("name", List.of(false, "Given"), "active", List.of(false, "true")),
                changes(last("res.partner")));
    }

    @Test
    void whatADeletedRecordHeldIsWrittenDown() {
        int id = partner(Map.of("name", "Gone", "city", "Gent"));
        rpc.admin("res.partner", "unlink", List.of(id));

        Map<String, List<Object>> changes = changes(last("res.partner"));

        assertEquals(List.of("Gone", false), changes.get("name"));
        assertEquals(List.of("Gent", false), changes.get("city"));
    }

    @Test
    void tagsAreWrittenDownAsTheyComeAndGo() {
        int a = (Integer) rpc.admin("res.partner.category", "create", Map.of("name", "tag a"));
        int b = (Integer) rpc.admin("res.partner.category", "create", Map.of("name", "tag b"));
        int id = partner(Map.of("name", "Tagged", "category_id", List.of(List.of(6, 0, List.of(a)))));

        rpc.admin("res.partner", "write", List.of(id), Map.of("category_id", List.of(List.of(6, 0, List.of(b)))));

        assertEquals(Map.of("category_id", List.of("[" + a + "]", "[" + b + "]")), changes(last("res.partner")));
    }

    @Test
    void translatedTextIsShownInTheCallersLanguage() {
        int id = (Integer) rpc.admin("res.partner.category", "create", Map.of("name", "plain"));
        rpc.admin("res.partner.category", "write", List.of(id), Map.of("name", "bold"));

        assertEquals(Map.of("name", List.of("plain", "bold")), changes(last("res.partner.category")));
    }

    @Test
    void secretsAndFilesAreNever() {
        int user = rpc.user("secretive", "first secret", "base.group_user");
        rpc.admin("res.users", "write", List.of(user), Map.of("password", "second secret"));
        rpc.admin("ir.config_parameter", "set_param", "my.key", "third secret");
        partner(Map.of("name", "Pictured", "image_1920", TINY));

        assertEquals(
                0,
                rpc.sql("SELECT count(*)::int FROM sandoo_call_change"
                        + " WHERE concat(old, new) ~ '(first|second|third) secret|" + TINY.substring(0, 20) + "'"));
        assertEquals(2, rpc.sql("SELECT count(*)::int FROM sandoo_call_change WHERE field = 'password'"));
        assertEquals(1, rpc.sql("SELECT count(*)::int FROM sandoo_call_change WHERE field = 'image_1920'"));
        assertEquals(
                1,
                rpc.sql("SELECT count(*)::int FROM sandoo_call_change"
                        + " WHERE model = 'ir.config_parameter' AND field = 'value' AND new IS NULL"));
    }

    @Test
    void aRefusalIsWrittenDownWithItsReason() {
        int user = rpc.user("clerk", "clerk", "base.group_user");
        assertThrows(AccessError.class, () -> rpc.as(user, "clerk", "ir.rule", "unlink", List.of(1)));

        Map<String, Object> line = last("ir.rule");

        assertEquals("refused", line.get("outcome"));
        assertEquals(user, ((List<?>) line.get("user_id")).get(0));
        assertTrue(line.get("reason").toString().startsWith("You are not allowed to delete 'Record Rule'"));
    }

    @Test
    void aFailureIsWrittenDownAndItsChangesAreNot() {
        Map<String, Object> values = new HashMap<>(Map.of("name", "Half"));
        values.put("parent_id", 999_999_999);
        assertThrows(OdooError.class, () -> rpc.admin("res.partner", "create", values));

        assertEquals("error", last("res.partner").get("outcome"));
        assertEquals(0, rpc.sql("SELECT count(*)::int FROM sandoo_call_change"));
    }

    @Test
    void unknownModelsAndMethodsAreWrittenDownToo() {
        assertThrows(OdooError.class, () -> rpc.admin("no.such", "read\u0000\n\ud800", List.of(1)));

        Map<String, Object> line = last("no.such");

        assertEquals("read ?", line.get("method"));
        assertEquals("error", line.get("outcome"));
    }

    @Test
    void failedLoginsAreWrittenDownWithoutAUser() {
        rpc.login("admin", "a wrong secret");
        assertThrows(OdooError.class, () -> rpc.as(TestRpc.ADMIN, "a wrong secret", "res.partner", "read", List.of(1)));

        Map<String, Object> login = last("res.users");
        assertEquals("authenticate", login.get("method"));
        assertEquals("refused", login.get("outcome"));
        assertEquals(false, login.get("user_id"));
        assertEquals("Access Denied (login admin)", login.get("reason"));
        Map<String, Object> call = last("res.partner");
        assertEquals(false, call.get("user_id"));
        assertEquals("Access Denied (user 2)", call.get("reason"));
    }

    @Test
    void nobodyChangesTheRecordOfCalls() {
        partner(Map.of("name", "Written"));
        Map<String, Object> line = last("res.partner");
        int change = rpc.sql("SELECT max(id) FROM sandoo_call_change");

        for (List<Object> attempt : List.<List<Object>>of(
                List.of(CALL, "create", Map.of("method", "x")),
                List.of(CALL, "write", List.of(line.get("id")), Map.of("method", "x")),
                List.of(CALL, "unlink", List.of(line.get("id"))),
                List.of(CALL, "copy", List.of(line.get("id"))),
                List.of(CALL, "load", List.of("method"), List.of(List.of("x"))),
                List.of(CHANGE, "write", List.of(change), Map.of("new", "x")),
                List.of(CHANGE, "unlink", List.of(change)))) {
            Object[] args = attempt.subList(2, attempt.size()).toArray();
            AccessError refusal = assertThrows(
                    AccessError.class,
                    () -> rpc.admin((String) attempt.get(0), (String) attempt.get(1), args),
                    attempt::toString);
            assertTrue(refusal.getMessage().contains("cannot be changed"), refusal.getMessage());
        }
    }

    @Test
    void onlyAdministratorsReadIt() {
        int user = rpc.user("curious", "curious", "base.group_user");

        assertThrows(AccessError.class, () -> rpc.as(user, "curious", CALL, "search_read", List.of()));
        assertThrows(AccessError.class, () -> rpc.as(user, "curious", CHANGE, "search_count", List.of()));
    }

    @Test
    void linesAreGroupedAndCounted() {
        rpc.admin("res.country", "search_count", List.of());
        rpc.admin("res.country", "search_count", List.of());

        List<?> groups = (List<?>) rpc.admin(
                CALL, "read_group", List.of(List.of("model", "=", "res.country")), List.of("model"), List.of("model"));

        assertEquals(2, ((Map<?, ?>) groups.get(0)).get("model_count"));
    }

    private int partner(Map<String, Object> values) {
        return (Integer) rpc.admin("res.partner", "create", values);
    }

    private Map<String, Object> last(String model) {
        return lines(CALL, List.of("model", "=", model)).get(0);
    }

    /** Old and new values by field, {@code false} for none, of the models that the call itself named. */
    private Map<String, List<Object>> changes(Map<String, Object> call) {
        Map<String, List<Object>> changes = new HashMap<>();
        lines(CHANGE, List.of("call_id", "=", call.get("id")), List.of("model", "=", call.get("model")))
                .forEach(line ->
                        changes.put((String) line.get("field"), Arrays.asList(line.get("old"), line.get("new"))));
        return changes;
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> lines(String model, List<?>... domain) {
        List<Map<String, Object>> lines =
                (List<Map<String, Object>>) rpc.admin(model, "search_read", Arrays.asList(domain));
        assertFalse(lines.isEmpty(), "nothing is written down");
        return lines;
    }
}
