package dev.sandoo.server.rpc;

import dev.sandoo.server.BothVersions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ways around what a policy says of models, methods, fields and records, in both versions. */
@BothVersions
class ContentWaysPolicyIT {
    private static final String LEAD = "crm.lead";
    private static final String PARTNER = "res.partner";

    @AutoClose
    private final TestRpc rpc;

    private final int partner;
    private final int other;
    private final int lead;
    private final int file;

    ContentWaysPolicyIT(String version) {
        rpc = new TestRpc(version);
        partner = made(PARTNER, Map.of("name", "Azure", "vat", "BE0477472701", "email", "a@x.org"));
        other = made(PARTNER, Map.of("name", "Other", "comment", "open", "parent_id", partner));
        lead = made(LEAD, Map.of("name", "Deal", "partner_id", partner, "expected_revenue", 77.0));
        file = made(
                "ir.attachment",
                Map.of("name", "secret.txt", "res_model", PARTNER, "res_id", partner, "datas", "c2VjcmV0"));
        rpc.admin(PARTNER, "message_post", List.of(partner));
    }

    private int made(String model, Map<String, Object> values) {
        return (Integer) rpc.admin(model, "create", values);
    }

    private static List<Object> term(String field, String operator, Object value) {
        return List.of(List.of(field, operator, value));
    }

    private static Object first(Object rows, String field) {
        return ((Map<?, ?>) ((List<?>) rows).get(0)).get(field);
    }

    @TestFactory
    Stream<DynamicTest> models() {
        PolicedKey key = PolicedKey.of(rpc, "leads", """
                models:
                  crm.lead: [read, create, write, message_post]
                  res.users: [read]
                """);
        return new WaysAround("models", key)
                .refused("the model itself", PARTNER, "read", List.of(partner))
                .refused("in capitals", "Crm.Lead", "read", List.of(lead))
                .refused("with a look-alike letter", "сrm.lead", "read", List.of(lead))
                .refused("with a blank", "crm.lead ", "read", List.of(lead))
                .refused("by its table", "crm_lead", "read", List.of(lead))
                .refused("with a glob for a name", "*", "read", List.of(lead))
                .refused("by a dotted path", LEAD, "search", term("partner_id.email", "=", "a@x.org"))
                .refused("by a name in a domain", LEAD, "search", term("partner_id", "ilike", "Azure"))
                .refused("up its tree", LEAD, "search", term("partner_id", "child_of", partner))
                .refused(
                        "by its order",
                        () -> key.callKw(LEAD, "search", List.of(List.of()), Map.of("order", "partner_id desc")))
                .refused("by groups", LEAD, "read_group", List.of(), List.of("name"), List.of("partner_id"))
                .refused(
                        "by commands",
                        LEAD,
                        "write",
                        List.of(lead),
                        Map.of("tag_ids", List.of(List.of(0, 0, Map.of("name", "t")))))
                .refused("by linking", LEAD, "write", List.of(lead), Map.of("partner_id", other))
                .refusedWith(Map.of("default_partner_id", partner), "by a default", LEAD, "create", Map.of("name", "x"))
                .refused("by an import", LEAD, "load", List.of("name", "partner_id"), List.of(List.of("x", "Azure")))
                .refused("by an export", LEAD, "export_data", List.of(lead), List.of("partner_id/email"))
                .refused("by its messages", "mail.message", "search_read", List.of())
                .refused("by its files", "ir.attachment", "read", List.of(file))
                .refused("by a wizard", "mail.compose.message", "create", Map.of("body", "x"))
                .refused("by its external id", "ir.model.data", "search_read", List.of())
                .refused("by what inherits it", "res.users", "search_read", term("partner_id.vat", "!=", false))
                .tells(
                        "",
                        "by the name of a link",
                        () -> ((List<?>) first(
                                        key.call(LEAD, "read", List.of(lead), List.of("partner_id")), "partner_id"))
                                .get(1))
                .tells(
                        List.of(),
                        "by a list",
                        () -> first(key.call(LEAD, "read", List.of(lead), List.of("message_ids")), "message_ids"))
                .tells(
                        null,
                        "by an inherited field",
                        () -> first(key.call("res.users", "read", List.of(2), List.of("email")), "email"))
                .all();
    }

    @TestFactory
    Stream<DynamicTest> methods() {
        PolicedKey key = PolicedKey.of(rpc, "readers", "models: {res.partner: [read], res.users: [read, \"*\"]}");
        return new WaysAround("methods", key)
                .refused("create", PARTNER, "create", Map.of("name", "x"))
                .refused("write", PARTNER, "write", List.of(partner), Map.of("name", "x"))
                .refused("unlink", PARTNER, "unlink", List.of(partner))
                .refused("copy", PARTNER, "copy", List.of(partner))
                .refused("load", PARTNER, "load", List.of("name"), List.of(List.of("x")))
                .refused("name_create", PARTNER, "name_create", "x")
                .refused("archiving", PARTNER, "action_archive", List.of(partner))
                .refused("toggling", PARTNER, "toggle_active", List.of(partner))
                .refused("saving for the web", PARTNER, "web_save", List.of(partner), Map.of("name", "x"), Map.of())
                .refused("posting", PARTNER, "message_post", List.of(partner))
                .refused("following", PARTNER, "message_subscribe", List.of(partner), List.of(partner))
                .refused("in capitals", PARTNER, "Write", List.of(partner), Map.of("name", "x"))
                .refused("with a look-alike letter", PARTNER, "wrіte", List.of(partner), Map.of("name", "x"))
                .refused("with a blank", PARTNER, "write ", List.of(partner), Map.of("name", "x"))
                .refused("a private name", PARTNER, "_write", List.of(partner), Map.of("name", "x"))
                .refused("Python's own names", PARTNER, "__class__")
                .refused("a path of methods", PARTNER, "sudo().write", List.of(partner), Map.of("name", "x"))
                .refused("a word of policies that is no method", PARTNER, "*")
                .refused("minting a key", "res.users", "api_key_wizard", List.of(2))
                .refused("changing the password", "res.users", "change_password", "admin", "x")
                .refused("another login", "res.users", "authenticate", "db", "admin", "admin", Map.of())
                .refused("sending a new password", "res.users", "action_reset_password", List.of(2))
                .all();
    }

    @TestFactory
    Stream<DynamicTest> fields() {
        PolicedKey key = PolicedKey.of(rpc, "writer", """
                models:
                  res.partner: {methods: [read, create, write], fields: [name, phone, parent_id, child_ids]}
                  res.users: {methods: [read, create, write], fields: ["*"]}
                """);
        Map<String, Object> email = Map.of("email", "b@x.org");
        return new WaysAround("fields", key)
                .refused("write", PARTNER, "write", List.of(partner), email)
                .refused("beside one that is open", PARTNER, "write", List.of(partner), Map.of("name", "x", "vat", "x"))
                .refused("create", PARTNER, "create", Map.of("name", "x", "email", "x"))
                .refused(
                        "in the second of a batch",
                        PARTNER,
                        "create",
                        List.of(Map.of("name", "x"), Map.of("name", "y", "vat", "x")))
                .refused(
                        "by a command",
                        PARTNER,
                        "write",
                        List.of(partner),
                        Map.of("child_ids", List.of(List.of(1, other, email))))
                .refused(
                        "by a new record in a list",
                        PARTNER,
                        "write",
                        List.of(partner),
                        Map.of("child_ids", List.of(List.of(0, 0, Map.of("name", "x", "email", "x")))))
                .refused(
                        "by a command within a command",
                        PARTNER,
                        "create",
                        Map.of(
                                "name",
                                "x",
                                "child_ids",
                                List.of(List.of(
                                        0,
                                        0,
                                        Map.of(
                                                "name",
                                                "y",
                                                "child_ids",
                                                List.of(List.of(0, 0, Map.of("name", "z", "email", "x"))))))))
                .refusedWith(Map.of("default_email", "b@x.org"), "by a default", PARTNER, "create", Map.of("name", "x"))
                .refused("by an import", PARTNER, "load", List.of("name", "email"), List.of(List.of("x", "b@x.org")))
                .refused(
                        "by an import into a list",
                        PARTNER,
                        "load",
                        List.of("name", "child_ids/name", "child_ids/email"),
                        List.of(List.of("x", "y", "b@x.org")))
                .refused("by copying", PARTNER, "copy", List.of(partner), email)
                .refused("by archiving", PARTNER, "action_archive", List.of(partner))
                .refused("who made it", PARTNER, "write", List.of(partner), Map.of("create_uid", 1))
                .refused("the login, by a glob", "res.users", "write", List.of(2), Map.of("login", "x"))
                .refused("the password, by a glob", "res.users", "write", List.of(2), Map.of("password", "x"))
                .refused(
                        "a new account's password",
                        "res.users",
                        "create",
                        Map.of("name", "x", "login", "x", "password", "x"))
                .all();
    }

    @TestFactory
    Stream<DynamicTest> returns() {
        PolicedKey key = PolicedKey.of(rpc, "reader", """
                models:
                  res.partner: {methods: [read, copy], returns: [name, parent_id, child_ids]}
                  ir.attachment: [read]
                """);
        return new WaysAround("returns", key)
                .refused("asking", PARTNER, "search", term("vat", "=", "BE0477472701"))
                .refused("guessing letter by letter", PARTNER, "search_count", term("vat", "=like", "BE%"))
                .refused("negating", PARTNER, "search", List.of("!", List.of("vat", "=", false)))
                .refused(
                        "beside what is open",
                        PARTNER,
                        "search",
                        List.of("|", List.of("name", "=", "x"), List.of("email", "ilike", "a")))
                .refused("by a path", PARTNER, "search", term("parent_id.vat", "=", "x"))
                .refused("by a path and back", PARTNER, "search", term("child_ids.parent_id.email", "=", "x"))
                .refused(
                        "by its order",
                        () -> key.callKw(PARTNER, "search", List.of(List.of()), Map.of("order", "name, vat")))
                .refused(
                        "by the order of rows",
                        () -> key.callKw(PARTNER, "search_read", List.of(List.of()), Map.of("order", "email desc")))
                .refused("by groups", PARTNER, "read_group", List.of(), List.of("vat"), List.of("vat"))
                .refused("by an export", PARTNER, "export_data", List.of(partner), List.of("vat"))
                .refused(
                        "by an export through a list",
                        PARTNER,
                        "export_data",
                        List.of(partner),
                        List.of("child_ids/email"))
                .refused("by a name that holds it", PARTNER, "search", term("contact_address", "ilike", "a"))
                .tells(
                        null,
                        "by naming it",
                        () -> first(key.call(PARTNER, "read", List.of(partner), List.of("vat")), "vat"))
                .tells(null, "by naming none", () -> first(key.call(PARTNER, "read", List.of(partner)), "vat"))
                .tells(
                        null,
                        "by searching and reading",
                        () -> first(key.call(PARTNER, "search_read", term("id", "=", partner), List.of("vat")), "vat"))
                .tells(null, "by copying", () -> copied(key, "vat"))
                .tells(null, "by what fields there are", () -> ((Map<?, ?>) key.call(PARTNER, "fields_get")).get("vat"))
                .tells(List.of(), "by a name search", () -> key.call(PARTNER, "name_search", "BE0477472701"))
                .tells(Map.of(), "by its default", () -> key.call(PARTNER, "default_get", List.of("lang", "type")))
                .all();
    }

    private Object copied(PolicedKey key, String field) {
        Object data = key.call(PARTNER, "copy_data", List.of(partner));
        return data instanceof List<?> rows ? first(rows, field) : ((Map<?, ?>) data).get(field);
    }

    @TestFactory
    Stream<DynamicTest> records() {
        PolicedKey key = PolicedKey.of(rpc, "open-only", """
                models:
                  res.partner: {methods: [read, create, write, unlink, copy, message_post], records: [["comment", "ilike", "open"]]}
                  mail.message: [read]
                  ir.attachment: [read, write]
                """);
        List<Integer> closed = List.of(partner);
        return new WaysAround("records", key)
                .refused("read", PARTNER, "read", closed, List.of("name"))
                .refused("among others", PARTNER, "read", List.of(other, partner), List.of("name"))
                .refused("write", PARTNER, "write", closed, Map.of("name", "x"))
                .refused("unlink", PARTNER, "unlink", closed)
                .refused("copy", PARTNER, "copy", closed)
                .refused("moving one out", PARTNER, "write", List.of(other), Map.of("comment", "x"))
                .refused("making one outside", PARTNER, "create", Map.of("name", "x"))
                .refused("by a method of the model's own", PARTNER, "message_post", closed)
                .refused("by an export", PARTNER, "export_data", closed, List.of("name"))
                .refused(
                        "by an export through a link", PARTNER, "export_data", List.of(other), List.of("parent_id/vat"))
                .refused("by an import", PARTNER, "load", List.of(".id", "name"), List.of(List.of("" + partner, "x")))
                .refused(
                        "by a command",
                        PARTNER,
                        "write",
                        List.of(other),
                        Map.of("child_ids", List.of(List.of(4, partner, 0))))
                .refused("by linking", PARTNER, "write", List.of(other), Map.of("parent_id", partner))
                .refused(
                        "by the order of others",
                        () -> key.callKw(PARTNER, "search", List.of(List.of()), Map.of("order", "parent_id")))
                .refused("by their files", "ir.attachment", "read", List.of(file), List.of("datas"))
                .refused("by their files, changed", "ir.attachment", "write", List.of(file), Map.of("name", "x"))
                .tells(List.of(), "by searching", () -> key.call(PARTNER, "search", term("id", "=", partner)))
                .tells(0, "by counting", () -> key.call(PARTNER, "search_count", term("email", "=", "a@x.org")))
                .tells(
                        List.of(),
                        "by a path",
                        () -> key.call(PARTNER, "search", term("parent_id.vat", "=", "BE0477472701")))
                .tells(List.of(), "by a tree", () -> key.call(PARTNER, "search", term("id", "child_of", partner)))
                .tells(
                        List.of(),
                        "by a name search",
                        () -> key.call(PARTNER, "name_search", "Azure", term("id", "=", partner)))
                .tells(
                        List.of(),
                        "by their messages",
                        () -> key.call(
                                "mail.message",
                                "search",
                                List.of(List.of("model", "=", PARTNER), List.of("res_id", "=", partner))))
                .tells(
                        "",
                        "by the name of a link",
                        () -> ((List<?>) first(
                                        key.call(PARTNER, "read", List.of(other), List.of("parent_id")), "parent_id"))
                                .get(1))
                .all();
    }
}
