package dev.sandoo.server.rpc;

import dev.sandoo.server.BothVersions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Ways around a policy that lead over several records: lists within lists, and what no policy opens. */
@BothVersions
class DeepWaysPolicyIT {
    private static final String PARTNER = "res.partner";

    @AutoClose
    private final TestRpc rpc;

    private final int partner;
    private final int hidden;

    DeepWaysPolicyIT(String version) {
        rpc = new TestRpc(version);
        partner = (Integer) rpc.admin(PARTNER, "create", Map.of("name", "Open", "ref", "open"));
        hidden = (Integer) rpc.admin(PARTNER, "create", Map.of("name", "Hidden", "email", "a@x.org"));
    }

    @Test
    void noListThreeDeepHoldsWhatIsClosed() {
        PolicedKey key = PolicedKey.of(rpc, "deep", """
                models:
                  res.partner:
                    methods: [read, create, write]
                    fields: [name, ref, parent_id, child_ids, category_id]
                    records: [["ref", "=", "open"]]
                  res.partner.category: {methods: [read], records: [["name", "=", "Open tag"]]}
                """);
        int tag = (Integer) rpc.admin("res.partner.category", "create", Map.of("name", "Hidden tag"));

        isRefusedThreeDeep(key, "fields", Map.of("name", "x", "ref", "open", "email", "x"));
        isRefusedThreeDeep(key, "records", Map.of("name", "x"));
        isRefusedThreeDeep(key, "records", with("category_id", List.of(4, tag, 0)));
        isRefusedThreeDeep(key, "records", with("category_id", List.of(6, 0, List.of(tag))));
        isRefusedThreeDeep(key, "methods", with("category_id", List.of(0, 0, Map.of("name", "t"))));
        isRefusedThreeDeep(key, "records", with("child_ids", List.of(4, hidden, 0)));
        isRefusedThreeDeep(key, "records", with("child_ids", List.of(1, hidden, Map.of("name", "x"))));
    }

    private static Map<String, Object> with(String field, List<?> command) {
        return Map.of("name", "x", "ref", "open", field, List.of(command));
    }

    private void isRefusedThreeDeep(PolicedKey key, String dimension, Map<String, Object> values) {
        Map<String, Object> second = with("child_ids", List.of(0, 0, values));
        Map<String, Object> first = with("child_ids", List.of(0, 0, second));

        key.isRefused(dimension, PARTNER, "create", first);
        key.isRefused(dimension, PARTNER, "write", List.of(partner), first);
    }

    /** On trial a policy lets through what it would refuse, and yet nothing of what no policy opens. */
    @Test
    void noPathLeadsToKeysOnTrial() {
        PolicedKey key = PolicedKey.of(rpc, "trial", "mode: dry-run\nmodels: {crm.lead: [read]}");
        List<Integer> admin = List.of(TestRpc.ADMIN);

        key.call("res.users", "search", List.of(List.of("login", "=", "admin")));
        key.isRefused("models", "res.users", "search", List.of(List.of("api_key_ids.name", "ilike", "key")));
        key.isRefused(
                "models",
                "res.users",
                "write",
                admin,
                Map.of("api_key_ids", List.of(List.of(0, 0, Map.of("name", "x", "scope", "rpc")))));
    }
}
