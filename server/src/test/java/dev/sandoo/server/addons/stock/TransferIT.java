package dev.sandoo.server.addons.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.sandoo.server.addons.TestCalls;
import dev.sandoo.server.error.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Receipts, deliveries and counts, and what they make of quantities. Expectations recorded from 19.0; 14.0 has no stock. */
class TransferIT {
    private static final int RECEIPTS = 1;
    private static final int DELIVERIES = 2;
    private static final int SHELF = 5;
    private static TestCalls calls;

    @BeforeAll
    static void open() {
        calls = new TestCalls("19.0");
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    private static int transfer(int type, int product, double quantity) {
        List<Object> moves = List.of(List.of(0, 0, Map.of("product_id", product, "product_uom_qty", quantity)));
        int transfer = calls.create("stock.picking", Map.of("picking_type_id", type, "move_ids", moves));
        calls.on("stock.picking", "action_confirm", transfer);
        return transfer;
    }

    private static int stocked(String name, double quantity) {
        int product = calls.storable(name);
        calls.write("product.product", product, Map.of("qty_available", quantity));
        return product;
    }

    private static Object onHand(int product) {
        return calls.get("product.product", product, "qty_available");
    }

    private static Object state(int transfer) {
        return calls.get("stock.picking", transfer, "state");
    }

    @Test
    void receiptIsReadyWhenConfirmedAndRaisesTheStockWhenDone() {
        int product = calls.storable("Received");
        int receipt = transfer(RECEIPTS, product, 7);
        assertEquals("assigned", state(receipt));
        assertEquals(7.0, calls.get("product.product", product, "incoming_qty"));

        assertEquals(true, calls.on("stock.picking", "button_validate", receipt));

        assertEquals("done", state(receipt));
        assertEquals(7.0, onHand(product));
    }

    @Test
    void deliveryOfTooMuchAsksAndLeavesABackorder() {
        int product = stocked("Short", 5);
        int delivery = transfer(DELIVERIES, product, 8);
        assertEquals(0.0, calls.get("product.product", product, "free_qty"));

        Map<?, ?> asked = (Map<?, ?>) calls.on("stock.picking", "button_validate", delivery);
        Map<String, Object> context = Map.of("button_validate_picking_ids", List.of(delivery));
        int wizard = calls.create("stock.backorder.confirmation", Map.of("pick_ids", List.of(List.of(4, delivery))));
        calls.in(context, "stock.backorder.confirmation", "process", List.of(wizard));

        assertEquals("stock.backorder.confirmation", asked.get("res_model"));
        assertEquals("done", state(delivery));
        assertEquals(0.0, onHand(product));
        int backorder =
                (Integer) calls.ids("stock.picking", "backorder_id", delivery).get(0);
        assertEquals("confirmed", state(backorder));
        assertEquals(3.0, calls.get("product.product", product, "outgoing_qty"));
    }

    @Test
    void goodsThatArriveGoToWhoWaits() {
        int product = calls.storable("Awaited");
        int delivery = transfer(DELIVERIES, product, 2);
        assertEquals("confirmed", state(delivery));

        calls.on("stock.picking", "button_validate", transfer(RECEIPTS, product, 2));

        assertEquals("assigned", state(delivery));
    }

    @Test
    void nothingToMoveIsRefused() {
        int delivery = transfer(DELIVERIES, calls.storable("Absent"), 2);
        int empty = calls.create("stock.picking", Map.of("picking_type_id", DELIVERIES));

        assertThrows(UserError.class, () -> calls.on("stock.picking", "button_validate", delivery));
        assertThrows(UserError.class, () -> calls.on("stock.picking", "button_validate", empty));
        assertThrows(UserError.class, () -> calls.on("stock.picking", "action_assign", empty));
    }

    @Test
    void cancelledDeliveryGivesBackWhatItReserved() {
        int product = stocked("Given back", 5);
        int delivery = transfer(DELIVERIES, product, 4);

        calls.on("stock.picking", "action_cancel", delivery);

        assertEquals("cancel", state(delivery));
        assertEquals(5.0, calls.get("product.product", product, "free_qty"));
    }

    @Test
    void whatIsDoneIsKept() {
        int receipt = transfer(RECEIPTS, calls.storable("Kept"), 1);
        calls.on("stock.picking", "button_validate", receipt);

        assertThrows(UserError.class, () -> calls.on("stock.picking", "action_cancel", receipt));
        assertThrows(UserError.class, () -> calls.on("stock.picking", "unlink", receipt));
    }

    @Test
    void returnSendsGoodsBack() {
        int product = calls.storable("Returned");
        int receipt = transfer(RECEIPTS, product, 3);
        calls.on("stock.picking", "button_validate", receipt);

        int wizard = calls.create("stock.return.picking", Map.of("picking_id", receipt));
        calls.on("stock.return.picking", "action_create_returns_all", wizard);
        int back = (Integer) calls.ids("stock.picking", "return_id", receipt).get(0);
        calls.on("stock.picking", "button_validate", back);

        assertEquals(0.0, onHand(product));
    }

    @Test
    void countBecomesTheQuantity() {
        int product = calls.storable("Counted");
        Map<String, Object> counting = Map.of("inventory_mode", true);
        Map<String, Object> count = Map.of("product_id", product, "location_id", SHELF, "inventory_quantity", 12);
        Object quant = calls.in(counting, "stock.quant", "create", count);
        calls.on("stock.quant", "action_apply_inventory", (Integer) quant);
        assertEquals(12.0, onHand(product));

        assertEquals(
                quant,
                calls.in(
                        counting,
                        "stock.quant",
                        "create",
                        Map.of("product_id", product, "location_id", SHELF, "inventory_quantity", 3)));
        calls.on("stock.quant", "action_apply_inventory", (Integer) quant);

        assertEquals(3.0, onHand(product));
        assertEquals(false, calls.get("stock.quant", (Integer) quant, "inventory_quantity_set"));
    }

    @Test
    void quantitiesCanBeSearched() {
        int product = stocked("Searched", 2);
        List<Object> domain = List.of(List.of("id", "=", product), List.of("qty_available", ">", 1));

        assertEquals(List.of(product), calls.in(Map.of(), "product.product", "search", domain));
        assertEquals(
                List.of(),
                calls.in(
                        Map.of(),
                        "product.product",
                        "search",
                        List.of(List.of("id", "=", product), List.of("qty_available", "=", 0))));
    }

    @Test
    void readingQuantitiesTakesAsManyStatementsForTenProductsAsForOne() {
        List<Integer> products = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            products.add(stocked("Many " + i, i + 1));
        }
        List<String> fields = List.of("qty_available", "virtual_available", "free_qty");

        int one = calls.statements("product.product", "read", products.subList(0, 1), fields);

        assertEquals(one, calls.statements("product.product", "read", products, fields));
    }
}
