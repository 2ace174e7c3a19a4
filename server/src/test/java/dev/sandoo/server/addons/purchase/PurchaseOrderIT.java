package dev.sandoo.server.addons.purchase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandoo.server.addons.TestCalls;
import dev.sandoo.server.error.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Purchase orders from request to receipt. Expectations recorded from 19.0; 14.0 has no purchase orders. */
class PurchaseOrderIT {
    private static TestCalls calls;
    private static int vendor;

    @BeforeAll
    static void open() {
        calls = new TestCalls("19.0");
        vendor = calls.create("res.partner", Map.of("name", "Vendor"));
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    @SafeVarargs
    private static int order(Map<String, ?>... lines) {
        List<Object> commands = new ArrayList<>();
        for (Map<String, ?> line : lines) {
            commands.add(List.of(0, 0, line));
        }
        return calls.create("purchase.order", Map.of("partner_id", vendor, "order_line", commands));
    }

    private static int line(int order) {
        return (Integer) calls.ids("purchase.order.line", "order_id", order).get(0);
    }

    @Test
    void lineTakesNamePriceAndUnitFromItsProduct() {
        int product = calls.storable("Plain");

        int order = order(Map.of("product_id", product, "product_qty", 5));

        assertEquals("Plain", calls.get("purchase.order.line", line(order), "name"));
        assertEquals(4.0, calls.get("purchase.order.line", line(order), "price_unit"));
        assertEquals(20.0, calls.get("purchase.order", order, "amount_total"));
        assertTrue(calls.get("purchase.order", order, "name").toString().matches("P\\d{5}"));
    }

    @Test
    void changedQuantityTakesTheVendorsPriceForIt() {
        int product = calls.storable("Cheaper by ten");
        Object template = calls.get("product.product", product, "product_tmpl_id");
        calls.create("product.supplierinfo", Map.of("partner_id", vendor, "product_tmpl_id", template, "price", 2.5));
        calls.create(
                "product.supplierinfo",
                Map.of("partner_id", vendor, "product_tmpl_id", template, "price", 2, "min_qty", 10, "discount", 10));
        int order = order(Map.of("product_id", product, "product_qty", 1));
        assertEquals(2.5, calls.get("purchase.order.line", line(order), "price_unit"));

        calls.write("purchase.order.line", line(order), Map.of("product_qty", 12));

        assertEquals(2.0, calls.get("purchase.order.line", line(order), "price_unit"));
        assertEquals(21.6, calls.get("purchase.order", order, "amount_untaxed"));
    }

    @Test
    void vendorPriceIsNamedByItsTerms() {
        int template = calls.create("product.template", Map.of("name", "Named"));

        int price = calls.create(
                "product.supplierinfo",
                Map.of("partner_id", vendor, "product_tmpl_id", template, "price", 1234.5, "min_qty", 5));

        assertEquals("Vendor (5.0 Units - $\u00a01,234.50)", calls.get("product.supplierinfo", price, "display_name"));
    }

    @Test
    void priceThatSomebodySetStays() {
        int product = calls.storable("Bargained");
        Object template = calls.get("product.product", product, "product_tmpl_id");
        calls.create("product.supplierinfo", Map.of("partner_id", vendor, "product_tmpl_id", template, "price", 2.5));
        int order = order(Map.of("product_id", product, "product_qty", 1));

        calls.write("purchase.order.line", line(order), Map.of("price_unit", 7));
        calls.write("purchase.order.line", line(order), Map.of("product_qty", 3));

        assertEquals(7.0, calls.get("purchase.order.line", line(order), "price_unit"));
    }

    @Test
    void confirmedOrderIsReceived() {
        int product = calls.storable("Ordered");
        int order = order(Map.of("product_id", product, "product_qty", 5));

        assertEquals(true, calls.on("purchase.order", "button_confirm", order));
        int receipt = (Integer) ((List<?>) calls.get("purchase.order", order, "picking_ids")).get(0);
        calls.on("stock.picking", "button_validate", receipt);

        assertEquals("purchase", calls.get("purchase.order", order, "state"));
        assertEquals("full", calls.get("purchase.order", order, "receipt_status"));
        assertEquals(5.0, calls.get("purchase.order.line", line(order), "qty_received"));
        assertEquals("to invoice", calls.get("purchase.order", order, "invoice_status"));
        assertEquals(5.0, calls.get("product.product", product, "qty_available"));
    }

    @Test
    void changedQuantityOfAConfirmedOrderChangesTheReceipt() {
        int order = order(Map.of("product_id", calls.storable("Changed"), "product_qty", 5));
        calls.on("purchase.order", "button_confirm", order);
        int move = (Integer)
                calls.ids("stock.move", "purchase_line_id", line(order)).get(0);

        calls.write("purchase.order.line", line(order), Map.of("product_qty", 8));
        assertEquals(8.0, calls.get("stock.move", move, "product_uom_qty"));
        calls.write("purchase.order.line", line(order), Map.of("product_qty", 4));

        assertEquals(4.0, calls.get("stock.move", move, "product_uom_qty"));
    }

    @Test
    void cancelledOrderTakesItsReceiptAlong() {
        int order = order(Map.of("product_id", calls.storable("Called off"), "product_qty", 5));
        calls.on("purchase.order", "button_confirm", order);

        calls.on("purchase.order", "button_cancel", order);

        int receipt = (Integer) ((List<?>) calls.get("purchase.order", order, "picking_ids")).get(0);
        assertEquals("cancel", calls.get("stock.picking", receipt, "state"));
        assertEquals(true, calls.on("purchase.order", "unlink", order));
    }

    @Test
    void orderThatIsNotCancelledIsKept() {
        int order = order(Map.of("product_id", calls.storable("Kept"), "product_qty", 1));
        assertThrows(UserError.class, () -> calls.on("purchase.order", "unlink", order));
        calls.on("purchase.order", "button_confirm", order);

        assertThrows(UserError.class, () -> calls.on("purchase.order.line", "unlink", line(order)));
    }

    @Test
    void lockedOrderIsNotCancelled() {
        int order = order(Map.of("product_id", calls.storable("Locked"), "product_qty", 1));
        calls.on("purchase.order", "button_confirm", order);
        calls.on("purchase.order", "button_lock", order);

        assertThrows(UserError.class, () -> calls.on("purchase.order", "button_cancel", order));
    }

    @Test
    void soldGoodsAreDelivered() {
        int product = calls.storable("Sold");
        calls.write("product.product", product, Map.of("qty_available", 3));
        List<Object> lines = List.of(List.of(0, 0, Map.of("product_id", product, "product_uom_qty", 2)));
        int sale = calls.create("sale.order", Map.of("partner_id", vendor, "order_line", lines));

        calls.on("sale.order", "action_confirm", sale);
        assertEquals("pending", calls.get("sale.order", sale, "delivery_status"));
        int delivery = (Integer) ((List<?>) calls.get("sale.order", sale, "picking_ids")).get(0);
        calls.on("stock.picking", "button_validate", delivery);

        assertEquals("full", calls.get("sale.order", sale, "delivery_status"));
        int line = (Integer) calls.ids("sale.order.line", "order_id", sale).get(0);
        assertEquals(2.0, calls.get("sale.order.line", line, "qty_delivered"));
        assertEquals(1.0, calls.get("product.product", product, "qty_available"));
    }
}
