package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.error.OdooError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ways around a policy that 14.0 has and 19.0 has not, and the common ones again where domains are leaves. */
class OldVersionPolicyIT {
    @AutoClose
    private static final TestRpc rpc = new TestRpc("14.0");

    private static PolicedKey reader;
    private static PolicedKey users;
    private static PolicedKey leads;
    private static int partner;
    private static int lead;

    @BeforeAll
    static void start() {
        reader = PolicedKey.of(
                rpc, "reader", "models: {res.partner: {methods: [read], returns: [id, name, parent_id]}}");
        users = PolicedKey.of(rpc, "users", "models: {res.users: [read, write, create]}");
        leads = PolicedKey.of(rpc, "leads", "models: {crm.lead: [read, write, create]}");
        partner = (Integer)
                rpc.admin("res.partner", "create", Map.of("name", "Azure", "vat", "BE0477472701", "email", "a@x.org"));
        lead = (Integer) rpc.admin("crm.lead", "create", Map.of("name", "Deal", "partner_id", partner));
    }

    @Test
    void readsNothingHiddenThroughMethodsOfRecordsets() {
        reader.isRefused("returns", "res.partner", "mapped", List.of(partner), "vat");
        reader.isRefused("returns", "res.partner", "mapped", List.of(partner), "parent_id.email");
        reader.isRefused("returns", "res.partner", "mapped", List.of(partner), "parent_id.user_ids.login");
        reader.isRefused("returns", "res.partner", "filtered", List.of(partner), "email");
        reader.isRefused("returns", "res.partner", "sorted", List.of(partner), "vat");
        reader.isRefused(
                "returns", "res.partner", "filtered_domain", List.of(partner), List.of(List.of("vat", "=", "x")));
        reader.isRefused("methods", "res.partner", "update", List.of(partner), Map.of("name", "x"));
    }

    @Test
    void readsAndSearchesOnlyWhatIsReturned() {
        Map<?, ?> row = (Map<?, ?>) ((List<?>) reader.call("res.partner", "read", List.of(partner))).get(0);
        assertEquals(Set.of("id", "name", "parent_id"), row.keySet());
        reader.isRefused("returns", "res.partner", "search", List.of(List.of("vat", "=", "x")));
        reader.isRefused("returns", "res.partner", "search", List.of(List.of("parent_id.vat", "=", "x")));
        reader.isRefused(
                "returns", () -> reader.callKw("res.partner", "search", List.of(List.of()), Map.of("order", "vat")));
        reader.isRefused("returns", "res.partner", "read_group", List.of(), List.of("vat"), List.of("vat"));
        reader.isRefused("returns", "res.partner", "search", List.of(List.of("create_uid", "=", 1)));
        assertEquals(List.of(), reader.call("res.partner", "name_search", "BE0477472701"));
        assertEquals(List.of(), reader.call("res.partner", "name_search", "a@x.org"));
        assertFalse(reader.call("res.partner", "fields_get").toString().contains("vat"));
    }

    @Test
    void givesNobodyGroupsByTheFieldsThatStandForThem() {
        users.isRefused("fields", "res.users", "write", List.of(2), Map.of("groups_id", List.of(List.of(4, 1, 0))));
        int system = rpc.idOf("base.group_system");
        for (String name : List.of("in_group_" + system, "sel_groups_1_9_10")) {
            assertThrows(OdooError.class, () -> users.call("res.users", "write", List.of(2), Map.of(name, 1)));
            assertThrows(
                    OdooError.class,
                    () -> users.call("res.users", "create", Map.of("name", "x", "login", "x", name, 1)));
        }
        users.isRefused("fields", "res.users", "write", List.of(2), Map.of("password", "x"));
        users.isRefused("methods", "res.users", "api_key_wizard", List.of(2));
        users.isRefused("methods", "res.users", "totp_enable_wizard", List.of(2));
        users.isRefused("models", "res.users.apikeys.description", "create", Map.of("name", "x"));
        users.isRefused("models", "res.users.identitycheck", "create", Map.of("password", "x"));
    }

    @Test
    void followsNoPathToClosedModels() {
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("partner_id.email", "=", "x")));
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("partner_id", "ilike", "Azure")));
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("partner_id", "child_of", partner)));
        leads.isRefused(
                "models", () -> leads.callKw("crm.lead", "search", List.of(List.of()), Map.of("order", "partner_id")));
        leads.isRefused("models", "crm.lead", "read_group", List.of(), List.of("name"), List.of("partner_id"));
        leads.isRefused(
                "models",
                "crm.lead",
                "write",
                List.of(lead),
                Map.of("tag_ids", List.of(List.of(0, 0, Map.of("name", "t")))));
        leads.isRefused("models", "crm.lead", "write", List.of(lead), Map.of("partner_id", partner));
        for (String method : List.of("mapped", "filtered", "sorted")) {
            leads.isRefused("models", "crm.lead", method, List.of(lead), "partner_id.email");
            leads.isRefused("models", "crm.lead", method, List.of(lead), "user_id.partner_id.email");
        }
        Map<?, ?> row =
                (Map<?, ?>) ((List<?>) leads.call("crm.lead", "read", List.of(lead), List.of("partner_id"))).get(0);
        assertEquals(List.of(partner, ""), row.get("partner_id"));
    }
}
