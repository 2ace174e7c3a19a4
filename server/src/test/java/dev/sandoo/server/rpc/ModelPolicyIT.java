package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ways to models that a policy does not open, and to records that its domain leaves out. */
class ModelPolicyIT {
    @AutoClose
    private static final TestRpc rpc = new TestRpc("19.0");

    private static PolicedKey leads;
    private static PolicedKey comments;
    private static PolicedKey anything;
    private static PolicedKey users;
    private static PolicedKey team;
    private static int partner;
    private static int lead;
    private static int mine;
    private static int theirs;

    @BeforeAll
    static void start() {
        leads = PolicedKey.of(rpc, "leads", "models: {crm.lead: [read, write, create, unlink]}");
        comments = PolicedKey.of(rpc, "comments", "models: {res.partner: {methods: [message_post]}}");
        anything = PolicedKey.of(rpc, "anything", "models: {\"*\": [\"*\"]}");
        users = PolicedKey.of(rpc, "users", "models: {res.users: [read, write, create]}");
        team = PolicedKey.of(rpc, "team", """
                models:
                  crm.lead: {methods: [read, write, create, unlink, action_set_lost, message_post], records: [["referred", "=", "mine"]]}
                  crm.stage: [read]
                  res.partner: {methods: [read, write], records: [["ref", "=", "open"]]}
                """);
        partner =
                (Integer) rpc.admin("res.partner", "create", Map.of("name", "Hidden Partner", "email", "hidden@x.org"));
        lead = (Integer) rpc.admin("crm.lead", "create", Map.of("name", "Deal", "partner_id", partner));
        mine = (Integer)
                rpc.admin("crm.lead", "create", Map.of("name", "Mine", "referred", "mine", "partner_id", partner));
        theirs = (Integer) rpc.admin("crm.lead", "create", Map.of("name", "Theirs", "referred", "theirs"));
    }

    @Test
    void closesModelsThatAreNotNamed() {
        for (String model :
                List.of("res.partner", "res.users", "ir.model", "sale.order", "mail.message", "ir.attachment")) {
            leads.isRefused("models", model, "search", List.of());
            leads.isRefused("models", model, "read", List.of(1));
            leads.isRefused("models", model, "fields_get");
            leads.isRefused("models", model, "create", Map.of());
        }
        leads.isRefused("models", "no.such.model", "read", List.of(1));
    }

    @Test
    void followsNoPathToThem() {
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("partner_id.email", "=", "hidden@x.org")));
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("partner_id", "ilike", "Hidden")));
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("partner_id", "=", "Hidden Partner")));
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("partner_id.display_name", "=", "x")));
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("partner_id", "child_of", partner)));
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("message_ids.body", "ilike", "x")));
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("message_ids", "in", List.of(1))));
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("user_id.login", "=", "admin")));
        leads.isRefused("models", "crm.lead", "search", List.of(List.of("create_uid.partner_id.email", "=", "x")));
        leads.isRefused(
                "models", () -> leads.callKw("crm.lead", "search", List.of(List.of()), Map.of("order", "partner_id")));
        leads.isRefused(
                "models", "crm.lead", "formatted_read_group", List.of(), List.of("partner_id"), List.of("__count"));
        leads.isRefused(
                "models",
                "crm.lead",
                "formatted_read_group",
                List.of(),
                List.of("partner_id.email"),
                List.of("__count"));
        leads.isRefused(
                "models",
                "crm.lead",
                "web_read",
                List.of(lead),
                Map.of("partner_id", Map.of("fields", Map.of("email", Map.of()))));
        leads.isRefused(
                "models",
                "crm.lead",
                "onchange",
                List.of(),
                Map.of("partner_id", partner),
                List.of(),
                Map.of("partner_id", Map.of("fields", Map.of("email", Map.of()))));
    }

    @Test
    void namesNoRecordsOfThem() {
        Map<?, ?> row = (Map<?, ?>)
                ((List<?>) leads.call("crm.lead", "read", List.of(lead), List.of("partner_id", "message_ids"))).get(0);
        assertEquals(List.of(partner, ""), row.get("partner_id"));
        assertEquals(List.of(), row.get("message_ids"));
        Map<?, ?> all = (Map<?, ?>) ((List<?>) leads.call("crm.lead", "read", List.of(lead))).get(0);
        assertFalse(all.containsValue(List.of(partner, "Hidden Partner")), all.toString());
        Map<?, ?> web = (Map<?, ?>) ((List<?>) leads.call(
                        "crm.lead",
                        "web_read",
                        List.of(lead),
                        Map.of("partner_id", Map.of("fields", Map.of("display_name", Map.of())))))
                .get(0);
        assertEquals(Map.of("id", partner, "display_name", ""), web.get("partner_id"));
    }

    @Test
    void writesNothingToThem() {
        leads.isRefused(
                "models",
                "crm.lead",
                "write",
                List.of(lead),
                Map.of("tag_ids", List.of(List.of(0, 0, Map.of("name", "t")))));
        leads.isRefused("models", "crm.lead", "write", List.of(lead), Map.of("partner_id", partner));
        leads.isRefused(
                "models",
                "crm.lead",
                "write",
                List.of(lead),
                Map.of("message_ids", List.of(List.of(0, 0, Map.of("body", "x")))));
        leads.isRefused(
                "models",
                "crm.lead",
                "write",
                List.of(lead),
                Map.of("message_follower_ids", List.of(List.of(0, 0, Map.of("partner_id", 3)))));
        leads.isRefused("models", "crm.lead", "create", Map.of("name", "x", "tag_ids", List.of(List.of(4, 1, 0))));
        leads.isRefused(
                "models", "crm.lead", "load", List.of("name", "partner_id"), List.of(List.of("x", "Hidden Partner")));
        leads.isRefused(
                "models", "crm.lead", "load", List.of("name", "partner_id/.id"), List.of(List.of("x", "" + partner)));
        assertEquals(true, leads.call("crm.lead", "write", List.of(lead), Map.of("name", "Deal")));
    }

    @Test
    void opensNothingToAKeyThatWouldWidenIt() {
        for (PolicedKey key : List.of(anything, users)) {
            for (String model : List.of(
                    "sandoo.key.policy",
                    "sandoo.key.policy.version",
                    "sandoo.key.state",
                    "sandoo.call",
                    "res.users.apikeys",
                    "res.users.apikeys.description",
                    "res.users.role",
                    "res.users.role.line",
                    "res.users.identitycheck",
                    "change.password.wizard",
                    "auth.api.key",
                    "res.groups",
                    "ir.rule",
                    "ir.model.access",
                    "ir.model.fields",
                    "ir.actions.server",
                    "ir.cron",
                    "ir.config_parameter",
                    "ir.default",
                    "res.config.settings")) {
                key.isRefused("models", model, "create", Map.of());
            }
        }
        users.isRefused("methods", "res.users", "api_key_wizard", List.of(2));
        users.isRefused("methods", "res.users", "change_password", "admin", "x");
        users.isRefused("methods", "res.users", "action_totp_enable_wizard", List.of(2));
        users.isRefused("fields", "res.users", "write", List.of(2), Map.of("password", "x"));
        users.isRefused("fields", "res.users", "write", List.of(2), Map.of("new_password", "x"));
        users.isRefused("fields", "res.users", "write", List.of(2), Map.of("group_ids", List.of(List.of(4, 1, 0))));
        users.isRefused("fields", "res.users", "write", List.of(2), Map.of("login", "x"));
        users.isRefused("fields", "res.users", "create", Map.of("name", "x", "login", "x", "group_ids", List.of()));
    }

    @Test
    void reachesPartnersThroughUsersOnlyWherePartnersAreOpen() {
        users.isRefused("models", "res.users", "write", List.of(2), Map.of("email", "x@x.org"));
        users.isRefused("models", "res.users", "write", List.of(2), Map.of("partner_id", partner));
        Map<?, ?> row = (Map<?, ?>) ((List<?>) users.call("res.users", "read", List.of(2))).get(0);
        assertFalse(
                row.containsKey("email") || row.containsKey("phone") || row.containsKey("name"),
                row.keySet().toString());
        users.isRefused("returns", "res.users", "search", List.of(List.of("email", "=", "x")));
        users.isRefused(
                "returns", () -> users.callKw("res.users", "search", List.of(List.of()), Map.of("order", "name")));
    }

    @Test
    void commentsAndDoesNothingElse() {
        Object message =
                comments.callKw("res.partner", "message_post", List.of(List.of(partner)), Map.of("body", "Hello"));
        assertEquals(
                1,
                rpc.admin(
                        "mail.message",
                        "search_count",
                        List.of(List.of("id", "=", message), List.of("res_id", "=", partner))));
        comments.isRefused("methods", "res.partner", "read", List.of(partner));
        comments.isRefused("methods", "res.partner", "write", List.of(partner), Map.of("name", "x"));
        comments.isRefused("models", "mail.message", "create", Map.of("body", "x"));
        comments.isRefused("models", "mail.message", "search_read", List.of());
    }

    @Test
    void keepsToTheRecordsOfItsDomain() {
        assertEquals(List.of(mine), team.call("crm.lead", "search", List.of()));
        assertEquals(1, team.call("crm.lead", "search_count", List.of()));
        team.isRefused("records", "crm.lead", "read", List.of(theirs), List.of("name"));
        team.isRefused("records", "crm.lead", "read", List.of(mine, theirs), List.of("name"));
        team.isRefused("records", "crm.lead", "write", List.of(theirs), Map.of("name", "x"));
        team.isRefused("records", "crm.lead", "write", List.of(mine), Map.of("referred", "theirs"));
        team.isRefused("records", "crm.lead", "unlink", List.of(theirs));
        team.isRefused("records", "crm.lead", "action_set_lost", List.of(theirs));
        team.isRefused(
                "records",
                () -> team.callKw("crm.lead", "message_post", List.of(List.of(theirs)), Map.of("body", "x")));
        team.callKw("crm.lead", "message_post", List.of(List.of(mine)), Map.of("body", "x"));
        team.isRefused("records", "crm.lead", "create", Map.of("name", "x", "referred", "theirs"));
        team.isRefused("records", "crm.lead", "copy", List.of(theirs));
        team.isRefused("records", "crm.lead", "copy", List.of(mine), Map.of("referred", "x"));
        team.isRefused("records", "crm.lead", "export_data", List.of(theirs), List.of("name"));
        team.isRefused("records", "crm.lead", "web_read", List.of(theirs), Map.of("name", Map.of()));
        team.isRefused("records", "crm.lead", "write", List.of(mine), Map.of("partner_id", partner));
        team.isRefused("records", "crm.lead", "load", List.of(".id", "name"), List.of(List.of("" + theirs, "x")));
        assertEquals(List.of(), team.call("crm.lead", "name_search", "Theirs"));
        assertEquals(
                List.of(),
                team.call(
                        "crm.lead",
                        "search",
                        List.of("|", List.of("id", "=", theirs), List.of("name", "=", "Theirs"))));
        assertEquals(
                List.of(), team.call("crm.lead", "search", List.of(List.of("partner_id.name", "ilike", "Hidden"))));
        Map<?, ?> group = (Map<?, ?>)
                ((List<?>) team.call("crm.lead", "formatted_read_group", List.of(), List.of(), List.of("__count")))
                        .get(0);
        assertEquals(1, group.get("__count"));
        Map<?, ?> row =
                (Map<?, ?>) ((List<?>) team.call("crm.lead", "read", List.of(mine), List.of("partner_id"))).get(0);
        assertEquals(List.of(partner, ""), row.get("partner_id"));
    }
}
