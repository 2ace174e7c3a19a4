package dev.sandoo.server.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy opens goes through with all that the models do by themselves; no more than that. */
class BusinessPolicyIT {
    @AutoClose
    private TestRpc rpc;

    private PolicedKey seller;
    private int partner;
    private int product;

    /** A customer, something to sell, and a key that may sell it. */
    private void shop(String version) {
        rpc = new TestRpc(version);
        partner = (Integer) rpc.admin("res.partner", "create", Map.of("name", "Customer"));
        product = (Integer) rpc.admin("product.product", "create", Map.of("name", "Chair", "list_price", 12.0));
        seller = PolicedKey.of(rpc, "seller", """
                models:
                  sale.order: {methods: [read, create, action_confirm]}
                  sale.order.line: {methods: [read, create], fields: [product_id, product_uom_qty, order_id]}
                  res.partner: {methods: [read], returns: [name, display_name]}
                  product.product: {methods: [read], returns: [name, list_price, display_name]}
                """);
    }

    private Object ordered() {
        return seller.call(
                "sale.order",
                "create",
                Map.of(
                        "partner_id",
                        partner,
                        "order_line",
                        List.of(List.of(0, 0, Map.of("product_id", product, "product_uom_qty", 2)))));
    }

    /** Confirming an order makes a delivery there, and no policy opens what it does not name. */
    @Test
    void aMethodChangesNoModelThatThePolicyDoesNotName() {
        shop("19.0");
        Object order = ordered();

        seller.isRefused("models", "sale.order", "action_confirm", List.of(order));
    }

    /** Without a stock there is no delivery. */
    @Test
    void anOrderIsMadeAndConfirmedAndNothingElse() {
        shop("14.0");
        Object order = ordered();
        seller.call("sale.order", "action_confirm", List.of(order));

        Map<?, ?> row = (Map<?, ?>) ((List<?>) seller.call(
                        "sale.order", "read", List.of(order), List.of("state", "amount_untaxed", "partner_id")))
                .get(0);
        assertEquals("sale", row.get("state"));
        assertEquals(24.0, row.get("amount_untaxed"));
        assertTrue(row.get("partner_id").toString().contains("Customer"), row.toString());
        seller.isRefused("methods", "sale.order", "write", List.of(order), Map.of("note", "x"));
        seller.isRefused("methods", "sale.order", "action_cancel", List.of(order));
        seller.isRefused(
                "fields",
                "sale.order",
                "create",
                Map.of(
                        "partner_id",
                        partner,
                        "order_line",
                        List.of(List.of(0, 0, Map.of("product_id", product, "price_unit", 0.01)))));
        seller.isRefused("methods", "res.partner", "write", List.of(partner), Map.of("name", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"14.0", "19.0"})
    void aProductAndAContactAreMadeWithWhatBelongsToThem(String version) {
        rpc = new TestRpc(version);
        PolicedKey maker = PolicedKey.of(rpc, "maker", """
                models:
                  product.template: {methods: [create], fields: [name, list_price]}
                  res.partner: {methods: [create, write], fields: [name, email, street, parent_id]}
                  project.task: {methods: [create], fields: [name, project_id]}
                """);
        int project = (Integer) rpc.admin("project.project", "create", Map.of("name", "Project"));

        Object template = maker.call("product.template", "create", Map.of("name", "Desk", "list_price", 5));
        Object contact = maker.call("res.partner", "create", Map.of("name", "Ann", "email", "ann@example.org"));
        maker.call("res.partner", "write", List.of(contact), Map.of("street", "Main Street 1"));
        maker.call("project.task", "create", Map.of("name", "Task", "project_id", project));

        assertEquals(
                1, rpc.admin("product.product", "search_count", List.of(List.of("product_tmpl_id", "=", template))));
    }
}
