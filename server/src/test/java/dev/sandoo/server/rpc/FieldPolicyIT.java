package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ways around the fields that a policy lets be written or read. */
class FieldPolicyIT {
    @AutoClose
    private static final TestRpc rpc = new TestRpc("19.0");

    private static PolicedKey form;
    private static PolicedKey reader;
    private static int partner;
    private static int other;

    @BeforeAll
    static void start() {
        form = PolicedKey.of(rpc, "website-form", """
                models:
                  crm.lead: {methods: [create], fields: [name, contact_name, email_from, phone, description]}
                """);
        reader = PolicedKey.of(rpc, "reader", """
                models:
                  res.partner: {methods: [read, write], returns: [id, name, phone, parent_id, child_ids], fields: [phone, child_ids]}
                  crm.lead: {methods: [read], returns: [name, partner_id, phone]}
                """);
        partner = (Integer) rpc.admin(
                "res.partner",
                "create",
                Map.of("name", "Azure", "phone", "123", "vat", "BE0477472701", "email", "a@x.org"));
        other = (Integer) rpc.admin("res.partner", "create", Map.of("name", "Child", "parent_id", partner));
        rpc.admin("crm.lead", "create", Map.of("name", "Secret deal", "partner_id", partner, "expected_revenue", 77.0));
    }

    @Test
    void createsWithTheFieldsThatAreOpen() {
        Object id = form.call("crm.lead", "create", Map.of("name", "From the form", "email_from", "x@example.org"));

        assertEquals(List.of(id), rpc.admin("crm.lead", "search", List.of(List.of("name", "=", "From the form"))));
    }

    @Test
    void tellsNoDefaultsOfHiddenFields() {
        assertEquals(
                Map.of(),
                reader.call("res.partner", "default_get", List.of("lang", "user_id", "company_id", "type", "color")));
    }

    @Test
    void opensOnlyTheKindOfAMethodOfSeveralKindsThatTheWordStandsFor() {
        PolicedKey maker = PolicedKey.of(rpc, "maker", """
                models:
                  res.partner.category: {methods: [create, read], fields: [name]}
                """);
        int tag = (Integer) rpc.admin("res.partner.category", "create", Map.of("name", "Kept"));
        rpc.admin(
                "ir.model.data",
                "create",
                Map.of("module", "maker", "name", "tag", "model", "res.partner.category", "res_id", tag));

        maker.isRefused("methods", "res.partner.category", "web_save", List.of(tag), Map.of("name", "Lost"), Map.of());
        maker.isRefused(
                "methods",
                "res.partner.category",
                "load",
                List.of("id", "name"),
                List.of(List.of("maker.tag", "Lost")));
        maker.call("res.partner.category", "web_save", List.of(), Map.of("name", "Made"), Map.of("name", Map.of()));

        assertEquals(
                List.of(Map.of("id", tag, "name", "Kept")),
                rpc.admin("res.partner.category", "read", List.of(tag), List.of("name")));
        assertEquals(1, rpc.admin("res.partner.category", "search_count", List.of(List.of("name", "=", "Made"))));
    }

    @Test
    void writesOnlyWhatIsOpenWhateverWayValuesTake() {
        form.isRefused("fields", "crm.lead", "create", Map.of("name", "x", "expected_revenue", 5));
        form.isRefused("fields", "crm.lead", "create", List.of(Map.of("name", "a"), Map.of("name", "b", "user_id", 2)));
        form.isRefused(
                "fields",
                () -> form.callKw(
                        "crm.lead",
                        "create",
                        List.of(Map.of("name", "x")),
                        Map.of("context", Map.of("default_expected_revenue", 5))));
        form.isRefused("fields", "crm.lead", "load", List.of("name", "expected_revenue"), List.of(List.of("x", "5")));
        form.isRefused(
                "fields",
                "crm.lead",
                "create",
                Map.of("name", "x", "tag_ids", List.of(List.of(0, 0, Map.of("name", "t")))));
        form.isRefused("fields", "crm.lead", "create", Map.of("name", "x", "create_uid", 1));
        form.isRefused("fields", "crm.lead", "web_save", List.of(), Map.of("name", "x", "probability", 100), Map.of());
        form.isRefused("methods", "crm.lead", "write", List.of(1), Map.of("name", "x"));
        form.isRefused("methods", "crm.lead", "web_save", List.of(1), Map.of("name", "x"), Map.of());
        form.isRefused("methods", "crm.lead", "copy", List.of(1), Map.of("name", "x"));
        reader.isRefused("fields", "res.partner", "write", List.of(partner), Map.of("vat", "X"));
        reader.isRefused("fields", "res.partner", "write", List.of(partner), Map.of("phone", "1", "email", "b@x.org"));
        reader.isRefused(
                "fields",
                "res.partner",
                "write",
                List.of(partner),
                Map.of("child_ids", List.of(List.of(1, other, Map.of("vat", "X")))));
        reader.isRefused(
                "methods",
                "res.partner",
                "write",
                List.of(partner),
                Map.of("child_ids", List.of(List.of(0, 0, Map.of("phone", "1")))));
        reader.isRefused(
                "methods",
                "res.partner",
                "write",
                List.of(partner),
                Map.of("child_ids", List.of(List.of(2, other, 0))));
        reader.isRefused(
                "fields",
                "res.partner",
                "web_save_multi",
                List.of(partner),
                List.of(Map.of("email", "c@x.org")),
                Map.of());
        reader.isRefused("fields", "res.partner", "action_archive", List.of(partner));
        reader.isRefused(
                "fields", "res.partner", "load", List.of(".id", "email"), List.of(List.of("" + partner, "d@x.org")));
        assertEquals(true, reader.call("res.partner", "write", List.of(partner), Map.of("phone", "123")));
    }

    @Test
    void keepsNamesOfFieldsLetterForLetter() {
        for (String name : List.of("Name", "nаme", "name ", "display_name")) {
            boolean known = name.equals("display_name");
            if (known) {
                form.isRefused("fields", "crm.lead", "create", Map.of("name", "x", name, "y"));
            }
        }
        form.isRefused("methods", "crm.lead", "Create", Map.of("name", "x"));
        form.isRefused("methods", "crm.lead", "сreate", Map.of("name", "x"));
        form.isRefused("methods", "crm.lead", "_create", Map.of("name", "x"));
        form.isRefused("models", "CRM.lead", "create", Map.of("name", "x"));
    }

    @Test
    void leavesOutOfAnswersWhatIsNotReturned() {
        Map<?, ?> row = (Map<?, ?>) ((List<?>) reader.call("res.partner", "read", List.of(partner))).get(0);
        assertEquals(Set.of("id", "name", "phone", "parent_id", "child_ids"), row.keySet());
        Map<?, ?> named = (Map<?, ?>)
                ((List<?>) reader.call("res.partner", "read", List.of(partner), List.of("name", "vat", "email")))
                        .get(0);
        assertEquals(Set.of("id", "name"), named.keySet());
        Map<?, ?> found = (Map<?, ?>) ((List<?>) reader.call(
                        "res.partner", "search_read", List.of(List.of("id", "=", partner)), List.of("vat", "name")))
                .get(0);
        assertEquals(Set.of("id", "name"), found.keySet());
        Map<?, ?> fields = (Map<?, ?>) reader.call("res.partner", "fields_get");
        assertEquals(Set.of("id", "name", "phone", "parent_id", "child_ids"), fields.keySet());
        Map<?, ?> shown = (Map<?, ?>) ((List<?>) reader.call(
                        "res.partner", "web_read", List.of(partner), Map.of("name", Map.of(), "vat", Map.of())))
                .get(0);
        assertEquals(Set.of("id", "name"), shown.keySet());
        Map<?, ?> copied = (Map<?, ?>) ((List<?>) reader.call("res.partner", "copy_data", List.of(partner))).get(0);
        assertFalse(copied.containsKey("vat") || copied.containsKey("email"), copied.toString());
        Map<?, ?> meta = (Map<?, ?>) ((List<?>) reader.call("res.partner", "get_metadata", List.of(partner))).get(0);
        assertEquals(false, meta.get("create_uid"));
    }

    @Test
    void tellsNothingOfHiddenFieldsBySearching() {
        reader.isRefused("returns", "res.partner", "search", List.of(List.of("vat", "=like", "BE%")));
        reader.isRefused("returns", "res.partner", "search_count", List.of(List.of("email", "!=", false)));
        reader.isRefused(
                "returns", "res.partner", "search", List.of("|", List.of("name", "=", "x"), List.of("vat", "=", "x")));
        reader.isRefused("returns", "res.partner", "search", List.of("!", List.of("vat", "=", "x")));
        reader.isRefused("returns", "res.partner", "search", List.of(List.of("parent_id.vat", "=", "x")));
        reader.isRefused(
                "returns",
                "res.partner",
                "search",
                List.of(List.of("parent_id", "any", List.of(List.of("vat", "=", "x")))));
        reader.isRefused("returns", "res.partner", "search", List.of(List.of("child_ids.email", "=", "x")));
        reader.isRefused(
                "returns", () -> reader.callKw("res.partner", "search", List.of(List.of()), Map.of("order", "vat")));
        reader.isRefused(
                "returns",
                () -> reader.callKw("res.partner", "search", List.of(List.of()), Map.of("order", "name, email desc")));
        reader.isRefused(
                "returns",
                () -> reader.callKw("res.partner", "search_read", List.of(List.of()), Map.of("order", "vat")));
        reader.isRefused(
                "returns",
                "res.partner",
                "web_search_read",
                List.of(List.of("vat", "=", "x")),
                Map.of("name", Map.of()));
        reader.isRefused(
                "returns", "res.partner", "formatted_read_group", List.of(), List.of("vat"), List.of("__count"));
        reader.isRefused(
                "returns",
                "res.partner",
                "formatted_read_group",
                List.of(),
                List.of("parent_id.vat"),
                List.of("__count"));
        reader.isRefused(
                "returns", "res.partner", "formatted_read_group", List.of(), List.of("name"), List.of("vat:max"));
        reader.isRefused("returns", "res.partner", "read_group", List.of(), List.of("vat:max"), List.of("name"));
        reader.isRefused("returns", "res.partner", "read_group", List.of(), List.of("name"), List.of("email"));
        reader.isRefused(
                "returns",
                "res.partner",
                "read_progress_bar",
                List.of(),
                "name",
                Map.of("field", "lang", "colors", Map.of()));
        reader.isRefused("returns", "res.partner", "export_data", List.of(partner), List.of("vat"));
        reader.isRefused("returns", "res.partner", "export_data", List.of(partner), List.of("child_ids/email"));
        assertEquals(List.of(), reader.call("res.partner", "name_search", "BE0477472701"));
        assertEquals(List.of(), reader.call("res.partner", "name_search", "a@x.org"));
    }

    @Test
    void refusesWithoutTellingValues() {
        for (Object[] attempt : List.<Object[]>of(
                new Object[] {"search", List.of(List.of("vat", "=", "BE0477472701"))},
                new Object[] {"write", List.of(partner), Map.of("vat", "BE0477472701")})) {
            String message = TestRpc.refusal(() -> reader.call(
                    "res.partner",
                    (String) attempt[0],
                    List.of(attempt).subList(1, attempt.length).toArray()));
            assertFalse(message.contains("BE0477472701"), message);
            assertTrue(message.contains("res.partner.vat"), message);
        }
    }
}
