package dev.sandoo.server.rpc;

import dev.sandoo.server.BothVersions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ways of an administrator's key back to the groups that the role of its policy leaves out, in both versions. */
@BothVersions
class RoleWaysPolicyIT {
    private static final String COUNTRY = "res.country";

    @AutoClose
    private final TestRpc rpc;

    private final PolicedKey key;
    private final String groups;

    RoleWaysPolicyIT(String version) {
        rpc = new TestRpc(version);
        groups = rpc.version().has("groups.implied-stored") ? "groups_id" : "group_ids";
        key = PolicedKey.of(rpc, "narrow", """
                role: [base.group_user]
                models:
                  res.country: ["*"]
                  res.users: {methods: ["*"], fields: ["*", %s]}
                  res.groups: ["*"]
                  ir.model.access: ["*"]
                  ir.rule: ["*"]
                  ir.config_parameter: ["*"]
                  ir.actions.server: ["*"]
                  res.config.settings: ["*"]
                """.formatted(groups));
    }

    private Map<String, Object> country(String code) {
        return Map.of("name", "Around", "code", code);
    }

    @TestFactory
    Stream<DynamicTest> role() {
        int system = rpc.idOf("base.group_system");
        Map<String, Object> claims = Map.of("uid", 1, "su", true, "sudo", true, "groups", List.of(system));
        return new WaysAround("role", key)
                .forbidden("create", COUNTRY, "create", country("Q1"))
                .forbidden("write", COUNTRY, "write", List.of(1), Map.of("name", "Around"))
                .forbidden("unlink", COUNTRY, "unlink", List.of(1))
                .forbidden("copy", COUNTRY, "copy", List.of(1))
                .forbidden("name_create", COUNTRY, "name_create", "Around")
                .forbidden(
                        "by claims of the context",
                        () -> key.callKw(COUNTRY, "create", List.of(country("Q3")), Map.of("context", claims)))
                .forbidden(
                        "by what its group implies", "res.groups", "write", List.of(system), Map.of("comment", "mine"))
                .forbidden(
                        "by joining a group",
                        "res.users",
                        "write",
                        List.of(2),
                        Map.of(groups, List.of(List.of(4, system, 0))))
                .forbidden("by another account", "res.users", "create", Map.of("name", "x", "login", "x"))
                .forbidden("by a right of its own", "ir.model.access", "create", Map.of("name", "x", "model_id", 1))
                .forbidden("by deleting rights", "ir.model.access", "unlink", List.of(1))
                .forbidden("by looking at rules", "ir.rule", "search", List.of())
                .forbidden("by changing a rule", "ir.rule", "write", List.of(1), Map.of("active", false))
                .forbidden("by a parameter", "ir.config_parameter", "set_param", "mine", "x")
                .forbidden("by settings", "res.config.settings", "create", Map.of())
                .forbidden(
                        "by a country in a list of something else",
                        "res.users",
                        "write",
                        List.of(2),
                        Map.of("country_id", 1))
                .all();
    }
}
