package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.BothVersions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Ways to learn what linked records are called, which there are, and to have a method reach them. */
@BothVersions
class LinkedRecordPolicyIT {
    private static final String PARTNER = "res.partner";
    private static final String LEAD = "crm.lead";
    private static final int NONE = 999_999;
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @AutoClose
    private final TestRpc rpc;

    private final int hidden;
    private final int tagged;
    private final int lead;
    private final int file;
    private final int message;

    LinkedRecordPolicyIT(String version) {
        rpc = new TestRpc(version);
        int tag = made("res.partner.category", Map.of("name", "Hidden tag"));
        hidden = made(PARTNER, Map.of("name", "Hidden"));
        tagged = made(PARTNER, Map.of("name", "Open", "ref", "open", "category_id", List.of(List.of(4, tag, 0))));
        lead = made(LEAD, Map.of("name", "Deal", "partner_id", hidden));
        file = made("ir.attachment", Map.of("name", "a.txt", "res_model", PARTNER, "res_id", hidden, "datas", "YQ=="));
        rpc.admin(PARTNER, "message_post", List.of(hidden));
        message = rpc.sql("SELECT max(id) FROM mail_message WHERE model = ? AND res_id = ?", PARTNER, hidden);
    }

    private int made(String model, Map<String, Object> values) {
        return (Integer) rpc.admin(model, "create", values);
    }

    private static Object exported(PolicedKey key, String model, int id, String field) {
        Map<?, ?> answer = (Map<?, ?>) key.call(model, "export_data", List.of(id), List.of(field));
        return ((List<?>) ((List<?>) answer.get("datas")).get(0)).get(0);
    }

    private static Map<?, ?> row(PolicedKey key, String model, int id) {
        return (Map<?, ?>) ((List<?>) key.call(model, "read", List.of(id))).get(0);
    }

    @Test
    void anExportNamesNoRecordWhoseNameIsHidden() {
        PolicedKey key = PolicedKey.of(rpc, "nameless", """
                models:
                  crm.lead: [read]
                  res.partner: {methods: [read], returns: [category_id, color]}
                  res.partner.category: {methods: [read], returns: [color]}
                """);

        assertEquals("", exported(key, LEAD, lead, "partner_id"));
        assertFalse(exported(key, PARTNER, tagged, "category_id").toString().contains("Hidden"));
    }

    @Test
    void whatHangsOnARecordDoesNotNameIt() {
        PolicedKey key = PolicedKey.of(rpc, "hanging", """
                models:
                  res.partner: {methods: [read], returns: [color]}
                  mail.message: [read]
                  ir.attachment: [read]
                """);

        assertEquals(null, row(key, "mail.message", message).get("record_name"));
        assertEquals(null, row(key, "ir.attachment", file).get("res_name"));
        key.isRefused("returns", "mail.message", "search", List.of(List.of("record_name", "ilike", "Hid")));
        key.isRefused("returns", "ir.attachment", "export_data", List.of(file), List.of("res_name"));
    }

    @Test
    void aRecordThatIsCalledAfterAnotherIsNamedOnlyWithIt() {
        int note = made("mail.notification", Map.of("mail_message_id", message, "res_partner_id", hidden));
        PolicedKey key = PolicedKey.of(rpc, "accounts", """
                models:
                  res.users: [read]
                  mail.notification: [read]
                  crm.lead: [read]
                """);
        PolicedKey full =
                PolicedKey.of(rpc, "named", "models: {res.users: {methods: [read], returns: [display_name]}}");

        assertEquals(null, row(key, "res.users", TestRpc.ADMIN).get("display_name"));
        assertEquals(null, row(key, "mail.notification", note).get("display_name"));
        assertFalse(row(key, LEAD, lead).get("create_uid").toString().contains("Administrator"));
        key.isRefused("returns", "res.users", "search", List.of(List.of("display_name", "ilike", "Admin")));
        assertEquals(List.of(), key.call("res.users", "name_search", "Administrator"));
        assertFalse(row(full, "res.users", TestRpc.ADMIN).get("display_name").equals(""));
    }

    @Test
    void noArgumentOfAMethodNamesWhatIsKeptBack() {
        PolicedKey some = PolicedKey.of(rpc, "some", """
                models:
                  crm.lead: {methods: [read, message_post, message_subscribe]}
                  res.partner: {methods: [read], records: [["ref", "=", "open"]]}
                  ir.attachment: [read]
                  mail.message: [read]
                """);
        PolicedKey none =
                PolicedKey.of(rpc, "none", "models: {crm.lead: {methods: [read, message_post, message_subscribe]}}");
        int own = rpc.sql("SELECT partner_id FROM res_users WHERE id = ?", TestRpc.ADMIN);

        isRefused(some, "records", "message_post", "partner_ids", List.of(tagged, hidden));
        isRefused(some, "records", "message_post", "attachment_ids", List.of(file));
        isRefused(some, "records", "message_post", "parent_id", message);
        isRefused(some, "records", "message_post", "author_id", hidden);
        isRefused(some, "records", "message_subscribe", "partner_ids", List.of(hidden));
        isRefused(none, "models", "message_post", "partner_ids", List.of(hidden));
        isRefused(none, "models", "message_subscribe", "partner_ids", List.of(hidden));
        some.callKw(LEAD, "message_post", List.of(List.of(lead)), Map.of("partner_ids", List.of(tagged)));
        none.callKw(LEAD, "message_subscribe", List.of(List.of(lead)), Map.of("partner_ids", List.of(own)));
    }

    private void isRefused(PolicedKey key, String dimension, String method, String argument, Object value) {
        key.isRefused(dimension, () -> key.callKw(LEAD, method, List.of(List.of(lead)), Map.of(argument, value)));
    }

    @Test
    void aRecordThatIsKeptBackIsRefusedLikeOneThatDoesNotExist() {
        PolicedKey key = PolicedKey.of(rpc, "some", """
                models:
                  res.partner: {methods: [read, write, unlink, copy, message_post], records: [["ref", "=", "open"]]}
                  crm.lead: [write]
                """);

        for (int id : List.of(hidden, NONE)) {
            key.isRefused("records", PARTNER, "read", List.of(id), List.of("name"));
            key.isRefused("records", PARTNER, "write", List.of(id), Map.of("name", "x"));
            key.isRefused("records", PARTNER, "unlink", List.of(id));
            key.isRefused("records", PARTNER, "copy", List.of(id));
            key.isRefused("records", PARTNER, "message_post", List.of(id));
            key.isRefused("records", PARTNER, "export_data", List.of(id), List.of("name"));
            key.isRefused("records", LEAD, "write", List.of(lead), Map.of("partner_id", id));
            key.isRefused(
                    "records", PARTNER, "write", List.of(tagged), Map.of("child_ids", List.of(List.of(4, id, 0))));
            key.isRefused(
                    "records",
                    PARTNER,
                    "write",
                    List.of(tagged),
                    Map.of("child_ids", List.of(List.of(6, 0, List.of(id)))));
        }
    }

    @Test
    void aReferenceIsALinkLikeAnyOther() {
        int model = rpc.sql("SELECT id FROM ir_model WHERE model = ?", PARTNER);
        Map<String, Object> field =
                Map.of("name", "x_about", "model_id", model, "ttype", "reference", "field_description", "About");
        int id = made("ir.model.fields", field);
        for (String target : List.of(PARTNER, LEAD)) {
            made("ir.model.fields.selection", Map.of("field_id", id, "value", target, "name", target));
        }
        PolicedKey key = PolicedKey.of(
                rpc, "about", "models: {res.partner: {methods: [read, write], records: [[ref, \"=\", open]]}}");

        key.isRefused("records", PARTNER, "write", List.of(tagged), Map.of("x_about", PARTNER + "," + hidden));
        key.isRefused("models", PARTNER, "write", List.of(tagged), Map.of("x_about", LEAD + "," + lead));
        key.call(PARTNER, "write", List.of(tagged), Map.of("x_about", PARTNER + "," + tagged));
    }

    @Test
    void followersAreTheOnesOfWhatIsOpen() {
        rpc.admin(LEAD, "message_subscribe", List.of(lead), List.of(tagged));
        rpc.admin(PARTNER, "message_subscribe", List.of(hidden), List.of(tagged));
        PolicedKey key = PolicedKey.of(rpc, "following", "models: {crm.lead: [read], mail.followers: [read]}");

        assertFalse(((List<?>) row(key, LEAD, lead).get("message_follower_ids")).isEmpty());
        assertEquals(0, key.call("mail.followers", "search_count", List.of(List.of("res_model", "=", PARTNER))));
    }

    /** What a user is depends on the partner that they inherit. */
    @Test
    void heirsOfWhatIsKeptBackAreKeptBackToo() {
        int account = rpc.user("heir", "heir", "base.group_user");
        rpc.change(
                "UPDATE res_partner SET ref = 'open' WHERE id = (SELECT partner_id FROM res_users WHERE id = ?)",
                account);
        PolicedKey key = PolicedKey.of(rpc, "heirs", """
                models:
                  res.users: {methods: [read, write], fields: [signature]}
                  res.partner: {methods: [read], records: [["ref", "=", "open"]]}
                """);

        assertEquals(List.of(account), key.call("res.users", "search", List.of()));
        key.isRefused("records", "res.users", "read", List.of(TestRpc.ADMIN), List.of("login"));
        key.isRefused("records", "res.users", "write", List.of(TestRpc.ADMIN), Map.of("signature", "x"));
    }

    @Test
    void noExternalIdTellsOfThem() {
        rpc.admin(
                "ir.model.data", "create", Map.of("module", "x", "name", "hidden", "model", PARTNER, "res_id", hidden));
        PolicedKey key = PolicedKey.of(
                rpc, "unnamed", "models: {res.partner: {methods: [read], records: [[ref, \"=\", open]]}}");

        assertEquals(Map.of(hidden, ""), key.call(PARTNER, "get_external_id", List.of(hidden)));
        key.isRefused("records", PARTNER, "get_metadata", List.of(hidden));
        key.isRefused("records", PARTNER, "export_data", List.of(hidden), List.of("id"));

        PolicedKey importing = PolicedKey.of(rpc, "importing", "models: {crm.lead: [read, create]}");
        String told = importing
                .call(LEAD, "load", List.of("id", "name"), List.of(List.of("x.hidden", "Deal")))
                .toString();
        assertTrue(told.contains("different model") && !told.contains(PARTNER), told);
    }

    @Test
    void noFileOfAHiddenFieldIsShown() {
        int pixel = made(PARTNER, Map.of("name", "Pictured", "image_1920", PIXEL));
        int stored = rpc.sql(
                "SELECT id FROM ir_attachment WHERE res_model = ? AND res_id = ? AND res_field = 'image_1920'",
                PARTNER,
                pixel);
        PolicedKey key = PolicedKey.of(rpc, "faceless", """
                models:
                  res.partner: {methods: [read], returns: [name]}
                  ir.attachment: [read]
                """);

        key.isRefused("records", "ir.attachment", "read", List.of(stored), List.of("datas"));
        assertEquals(
                List.of(),
                key.call(
                        "ir.attachment",
                        "search",
                        List.of(List.of("res_field", "=", "image_1920"), List.of("res_id", "=", pixel))));
    }
}
