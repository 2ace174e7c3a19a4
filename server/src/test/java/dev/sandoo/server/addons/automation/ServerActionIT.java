package dev.sandoo.server.addons.automation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.addons.TestCalls;
import dev.sandoo.server.error.MissingError;
import dev.sandoo.server.error.PythonError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Server actions that say what they do in data, and the addresses of documents. Expectations recorded from 19.0. */
class ServerActionIT {
    private static TestCalls calls;
    private static Object model;

    @BeforeAll
    static void open() {
        calls = new TestCalls("19.0");
        model = calls.ids("ir.model", "model", "res.partner").get(0);
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    private static int action(String state, Map<String, ?> more) {
        Map<String, Object> values = new LinkedHashMap<>(more);
        values.put("name", "Act");
        values.put("model_id", model);
        values.put("state", state);
        return calls.create("ir.actions.server", values);
    }

    private static Object run(int action, int partner) {
        Map<String, Object> context = Map.of("active_model", "res.partner", "active_ids", List.of(partner));
        return calls.in(context, "ir.actions.server", "run", List.of(action));
    }

    @Test
    void actionUpdatesTheRecordsOfTheContext() {
        int partner = calls.create("res.partner", Map.of("name", "Updated"));

        assertEquals(false, run(action("object_write", Map.of("update_path", "ref", "value", "R1")), partner));
        run(action("object_write", Map.of("update_path", "color", "value", "7")), partner);

        assertEquals("R1", calls.get("res.partner", partner, "ref"));
        assertEquals(7, calls.get("res.partner", partner, "color"));
    }

    @Test
    void actionThatIsGoneIsSaidToBeMissing() {
        MissingError error = assertThrows(MissingError.class, () -> calls.on("ir.actions.server", "run", 999_999));

        assertTrue(error.getMessage().contains("ir.actions.server(999999,)"), error.getMessage());
    }

    @Test
    void actionCreatesRecords() {
        int partner = calls.create("res.partner", Map.of("name", "Creating"));

        run(action("object_create", Map.of("crud_model_id", model, "value", "Made by action")), partner);

        assertEquals(1, calls.ids("res.partner", "name", "Made by action").size());
    }

    @Test
    void pythonIsRefusedByName() {
        int partner = calls.create("res.partner", Map.of("name", "Scripted"));
        int code = action("code", Map.of("code", "records.write({'ref': 'x'})"));

        PythonError refused = assertThrows(PythonError.class, () -> run(code, partner));

        assertTrue(refused.getMessage().contains("no scripting engine"), refused.getMessage());
    }

    @Test
    void portalAddressKeepsItsSecret() {
        int partner = calls.create("res.partner", Map.of("name", "Portal"));
        int order = calls.create("sale.order", Map.of("partner_id", partner));

        Object first = calls.on("sale.order", "get_portal_url", order);

        assertTrue(first.toString().startsWith("/my/orders/" + order + "?access_token="), first.toString());
        assertEquals(first, calls.on("sale.order", "get_portal_url", order));
    }

    @Test
    void contactOpensItsCommercialEntity() {
        int firm = calls.create("res.partner", Map.of("name", "Firm", "is_company", true));
        int contact = calls.create("res.partner", Map.of("name", "Contact", "parent_id", firm));

        Map<?, ?> action = (Map<?, ?>) calls.on("res.partner", "open_commercial_entity", contact);

        assertEquals(firm, action.get("res_id"));
    }
}
