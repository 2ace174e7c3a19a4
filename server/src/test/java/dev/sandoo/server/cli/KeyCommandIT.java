package dev.sandoo.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.rpc.TestRpc;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sandoo key} beside a running server, whose clients use the keys. */
class KeyCommandIT {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AutoClose
    private TestRpc rpc;

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void newKeyLogsItsUserInUntilItIsDeleted(String version) {
        rpc = new TestRpc(version);

        String key = key(version, "create", "--login", "admin", "--name", "nightly import");
        assertEquals(40, key.length());
        assertEquals(TestRpc.ADMIN, rpc.login("admin", key));
        String list = key(version, "list", "--login", "admin");
        assertTrue(list.contains("nightly import"), list);
        assertFalse(list.contains(key.substring(0, 8)), list);

        key(version, "delete", "--id", idIn(list));
        assertEquals(false, rpc.login("admin", key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void rotatedKeyWorksUntilTheOverlapIsOver(String version) {
        rpc = new TestRpc(version);
        String old = key(version, "create", "--login", "admin", "--name", "x", "--expires", "30d");
        String id = idIn(key(version, "list"));

        String fresh = key(version, "rotate", "--id", id, "--overlap", "1h");
        assertEquals(TestRpc.ADMIN, rpc.login("admin", old));
        assertEquals(TestRpc.ADMIN, rpc.login("admin", fresh));

        rpc.change("UPDATE res_users_apikeys SET expiration_date = expiration_date - interval '2 hours'");
        assertEquals(false, rpc.login("admin", old));
        assertEquals(TestRpc.ADMIN, rpc.login("admin", fresh));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void keyIsSuspendedActivatedForATimeAndRevoked(String version) {
        rpc = new TestRpc(version);
        String key = key(version, "create", "--login", "admin", "--name", "import");
        String id = idIn(key(version, "list"));

        key(version, "suspend", "--id", id);
        assertEquals(false, rpc.login("admin", key));
        assertTrue(key(version, "list").contains("suspended"));
        key(version, "activate", "--id", id, "--for", "1h");
        assertEquals(TestRpc.ADMIN, rpc.login("admin", key));
        rpc.change("UPDATE sandoo_key_state SET until = until - interval '2 hours'");
        assertEquals(false, rpc.login("admin", key));
        key(version, "revoke", "--id", id);
        assertEquals(ExitCode.FAILED, run("key", version, "activate", "--id", id));
        assertTrue(errors().contains("was revoked"), errors());
    }

    @ParameterizedTest
    @ValueSource(strings = "19.0")
    void wrongNamesAreToldPlainly(String version) {
        rpc = new TestRpc(version);

        assertEquals(ExitCode.FAILED, run("key", version, "create", "--login", "nobody", "--name", "x"));
        assertTrue(errors().contains("no active user with the login nobody"), errors());
        assertEquals(ExitCode.FAILED, run("key", version, "delete", "--id", "99999"));
        assertTrue(errors().contains("no key 99999"), errors());
        assertEquals(
                ExitCode.DONE, run("key", version, "create", "--login", "admin", "--name", "x", "--scope", "nope"));
        assertTrue(errors().contains("no key policy has the name nope"), errors());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void policyOfAKeyIsExplainedByItsNameOrNumber(String version) {
        rpc = new TestRpc(version);
        String document = "models:\n  crm.lead:\n    methods: [create]\n    fields: [name]\n";
        rpc.admin("sandoo.key.policy", "create", Map.of("name", "form", "document", document));
        key(version, "create", "--login", "admin", "--name", "web form", "--scope", "form");
        String id = idIn(key(version, "list"));

        assertEquals(ExitCode.DONE, explain(version, "web form", "crm.lead", "create", "{\"name\": \"x\"}"), errors());
        assertTrue(said().contains("The call would pass."), said());
        assertEquals(ExitCode.FAILED, explain(version, id, "crm.lead", "create", "{\"user_id\": 2}"));
        assertTrue(said().contains("refused  fields (line 4)"), said());
        assertEquals(ExitCode.FAILED, explain(version, "web form", "res.partner", "read", "{}"));
        assertTrue(said().contains("res.partner is not listed"), said());
        assertEquals(ExitCode.FAILED, explain(version, "web from", "crm.lead", "create", "{}"));
        assertTrue(errors().contains("there is no key \"web from\""), errors());
    }

    private ExitCode explain(String version, String key, String model, String method, String values) {
        out.reset();
        return run(
                "policy", version, "explain", "--key", key, "--model", model, "--method", method, "--values", values);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String key(String version, String... arguments) {
        out.reset();
        assertEquals(ExitCode.DONE, run("key", version, arguments), errors());
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private static String idIn(String list) {
        return list.lines().skip(1).findFirst().orElseThrow().split(" ")[0];
    }

    private ExitCode run(String command, String version, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        err.reset();
        return new DatabaseCli(rpc, version, out, err).run(all);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
