package dev.sandoo.server.addons.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.TestModels;
import dev.sandoo.server.error.PythonError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages, followers, tracked changes and activities of records. Expectations recorded from 19.0 and 14.0. */
class MailThreadIT {
    @AutoClose
    private TestModels models;

    private void open(String version) {
        models = new TestModels(version);
    }

    private Object call(String model, String method, List<?> args, Map<String, ?> kwargs) {
        return models.call(model, method, args, kwargs);
    }

    private int create(String model, Map<String, ?> values) {
        return (Integer) call(model, "create", List.of(values), Map.of());
    }

    private List<?> messages(String model, int id, String... fields) {
        List<Object> domain = List.of(List.of("model", "=", model), List.of("res_id", "=", id));
        return (List<?>)
                call("mail.message", "search_read", List.of(domain), Map.of("fields", List.of(fields), "order", "id"));
    }

    private static Object value(Object row, String field) {
        return ((Map<?, ?>) row).get(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void creatingLeavesANoteAndTheMakerFollows(String version) {
        open(version);

        int partner = create("res.partner", Map.of("name", "Followed"));

        assertEquals(
                "<p>Contact created</p>",
                value(messages("res.partner", partner, "body").get(0), "body"));
        List<?> read = (List<?>)
                call("res.partner", "read", List.of(List.of(partner), List.of("message_partner_ids")), Map.of());
        assertEquals(List.of(3), value(read.get(0), "message_partner_ids"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void silentCreationLeavesNothing(String version) {
        open(version);

        Object partner = call(
                "res.partner",
                "create",
                List.of(Map.of("name", "Silent")),
                Map.of("context", Map.of("tracking_disable", true)));

        assertEquals(List.of(), messages("res.partner", (Integer) partner, "body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void postedTextIsKeptAsHtml(String version) {
        open(version);
        int partner = create("res.partner", Map.of("name", "Told"));

        call("res.partner", "message_post", List.of(List.of(partner)), Map.of("body", "a < b"));

        assertEquals(
                "<p>a &lt; b</p>",
                value(messages("res.partner", partner, "body").get(1), "body"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void postingOnNoRecordIsRefused(String version) {
        open(version);

        PythonError error = assertThrows(
                PythonError.class,
                () -> call("res.partner", "message_post", List.of(List.of()), Map.of("body", "to nobody")));

        assertEquals("Expected singleton: res.partner()", error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void trackedChangeKeepsOldAndNewValue(String version) {
        open(version);
        int lead = create("crm.lead", Map.of("name", "Tracked", "email_from", "a@example.com"));

        call("crm.lead", "write", List.of(List.of(lead), Map.of("email_from", "b@example.com")), Map.of());
        call("crm.lead", "write", List.of(List.of(lead), Map.of("email_from", "b@example.com")), Map.of());

        List<?> messages = messages("crm.lead", lead, "body");
        assertEquals(2, messages.size(), "one for the creation, one for the change that was one");
        List<Object> domain = List.of(List.of("mail_message_id", "=", value(messages.get(1), "id")));
        List<?> changes = (List<?>) call(
                "mail.tracking.value",
                "search_read",
                List.of(domain),
                Map.of("fields", List.of("old_value_char", "new_value_char")));
        assertEquals("a@example.com", value(changes.get(0), "old_value_char"));
        assertEquals("b@example.com", value(changes.get(0), "new_value_char"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void whatIsComputedAnewIsTrackedWhereverTheChangeWasMade(String version) {
        open(version);
        int customer = create("res.partner", Map.of("name", "Buyer"));
        int product = create("product.product", Map.of("name", "Counted", "list_price", 10));
        Map<String, Object> line = Map.of("product_id", product, "product_uom_qty", 2, "price_unit", 10);
        int order = create("sale.order", Map.of("partner_id", customer, "order_line", List.of(List.of(0, 0, line))));
        assertEquals(1, messages("sale.order", order, "body").size(), "an order is new with all its lines");
        Object lines = call("sale.order.line", "search", List.of(List.of(List.of("order_id", "=", order))), Map.of());

        call("sale.order.line", "write", List.of(lines, Map.of("product_uom_qty", 5)), Map.of());

        List<?> messages = messages("sale.order", order, "body");
        assertEquals(2, messages.size());
        List<Object> domain = List.of(List.of("mail_message_id", "=", value(messages.get(1), "id")));
        assertEquals(2, call("mail.tracking.value", "search_count", List.of(domain), Map.of()), "untaxed and total");
    }

    @ParameterizedTest
    @CsvSource({
        "19.0, field_id, 'email, phone, parent_id, user_id, contact_address_inline, name, parent_name'",
        "14.0, field, 'email, phone, user_id'"
    })
    void changesAreToldInThePlacesThatFieldsHave(String version, String link, String told) {
        open(version);
        int partner = create("res.partner", Map.of("name", "Moving"));

        call(
                "res.partner",
                "write",
                List.of(
                        List.of(partner),
                        Map.of(
                                "name",
                                "Moved",
                                "email",
                                "m@example.com",
                                "phone",
                                "1",
                                "parent_id",
                                1,
                                "user_id",
                                2,
                                "city",
                                "Gent")),
                Map.of());

        List<Object> domain = List.of(
                List.of("mail_message_id.res_id", "=", partner), List.of("mail_message_id.model", "=", "res.partner"));
        List<?> changes =
                (List<?>) call("mail.tracking.value", "search_read", List.of(domain), Map.of("fields", List.of(link)));
        List<Object> fields = changes.stream()
                .map(change -> ((List<?>) value(change, link)).get(0))
                .map(Object.class::cast)
                .toList();
        List<?> names = (List<?>) call("ir.model.fields", "read", List.of(fields, List.of("name")), Map.of());
        assertEquals(
                List.of(told.split(", ")),
                names.stream().map(name -> value(name, "name")).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void aConfirmedOrderTellsOfNewLinesAndQuantities(String version) {
        open(version);
        int customer = create("res.partner", Map.of("name", "Buyer"));
        int product = create("product.product", Map.of("name", "A < B", "type", "service"));
        Map<String, Object> line = Map.of("product_id", product, "product_uom_qty", 2);
        int order = create("sale.order", Map.of("partner_id", customer, "order_line", List.of(List.of(0, 0, line))));
        Object lines = call("sale.order.line", "search", List.of(List.of(List.of("order_id", "=", order))), Map.of());
        call("sale.order", "action_confirm", List.of(List.of(order)), Map.of());
        int told = messages("sale.order", order, "body").size();

        call("sale.order.line", "write", List.of(lines, Map.of("product_uom_qty", 2)), Map.of());
        assertEquals(told, messages("sale.order", order, "body").size(), "nothing has changed");
        call("sale.order.line", "write", List.of(lines, Map.of("product_uom_qty", 2.5)), Map.of());
        create("sale.order.line", Map.of("order_id", order, "product_id", product));

        List<Object> bodies = new ArrayList<>();
        messages("sale.order", order, "body").forEach(message -> bodies.add(value(message, "body")));
        assertTrue(
                bodies.contains("<b>The ordered quantity has been updated.</b><ul><li> A &lt; B: <br>Ordered Quantity: "
                        + "2.0 -&gt; 2.5<br>Invoiced Quantity: 0.0<br></li></ul>"),
                bodies.toString());
        String added = version.equals("14.0") ? "A &lt; B </p>" : "A &lt; B</p>";
        assertTrue(bodies.contains("<p>Extra line with " + added), bodies.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void finishedActivityLeavesAMessage(String version) {
        open(version);
        int partner = create("res.partner", Map.of("name", "Busy"));
        call(
                "res.partner",
                "activity_schedule",
                List.of(List.of(partner), "mail.mail_activity_data_todo"),
                Map.of("summary", "Call back", "date_deadline", "2035-01-01"));
        List<?> planned = (List<?>) call(
                "res.partner", "read", List.of(List.of(partner), List.of("activity_ids", "activity_state")), Map.of());
        assertEquals("planned", value(planned.get(0), "activity_state"));

        call(
                "mail.activity",
                "action_feedback",
                List.of(value(planned.get(0), "activity_ids")),
                Map.of("feedback", "ok"));

        List<?> left =
                (List<?>) call("res.partner", "read", List.of(List.of(partner), List.of("activity_ids")), Map.of());
        assertEquals(List.of(), value(left.get(0), "activity_ids"));
        assertEquals(2, messages("res.partner", partner, "body").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.0", "14.0"})
    void deletedRecordLeavesNoMessages(String version) {
        open(version);
        int partner = create("res.partner", Map.of("name", "Gone"));
        assertFalse(messages("res.partner", partner, "body").isEmpty());

        call("res.partner", "unlink", List.of(List.of(partner)), Map.of());

        assertEquals(List.of(), messages("res.partner", partner, "body"));
    }
}
