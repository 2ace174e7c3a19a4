package dev.sandoo.server.addons.purchase;

import dev.sandoo.server.addons.product.OrderLines;
import dev.sandoo.server.addons.stock.OrderMoves;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The way of an order: request for quotation, to be approved, confirmed, locked, cancelled, and back to a request. */
final class OrderStates implements Addon {
    private static final String ORDER = PurchaseAddon.ORDER;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(ORDER, "button_confirm", OrderStates::confirm)
                .method(ORDER, "button_approve", OrderStates::approve)
                .method(ORDER, "button_cancel", OrderStates::cancel)
                .method(ORDER, "button_draft", (orders, arguments) -> write(orders, Map.of("state", "draft"), Map.of()))
                .method(ORDER, "button_lock", (orders, arguments) -> write(orders, Map.of("locked", true), null))
                .method(ORDER, "button_unlock", (orders, arguments) -> write(orders, Map.of("locked", false), null));
    }

    private static Object confirm(Records orders, Arguments arguments) {
        orders.requireReadable();
        Records open = orders.filter(order -> List.of("draft", "sent").contains(order.text("state")));
        OrderLines.requireProducts(open);
        VendorPrices.remember(open);
        Records allowed = open.filter(OrderStates::mayBeApproved);
        approve(allowed);
        List<Integer> others =
                open.ids().stream().filter(id -> !allowed.ids().contains(id)).toList();
        orders.browse(others).write(Map.of("state", "to approve"));
        return true;
    }

    /** Companies may have managers approve what costs much. */
    private static boolean mayBeApproved(Records order) {
        Records company = order.records("company_id");
        return !"two_step".equals(company.get("po_double_validation"))
                || order.number("amount_total") < company.number("po_double_validation_amount")
                || order.env().hasGroup("purchase.group_purchase_manager");
    }

    private static Object approve(Records orders, Arguments arguments) {
        orders.requireReadable();
        approve(orders.filter(OrderStates::mayBeApproved));
        return Map.of();
    }

    private static void approve(Records orders) {
        Map<String, Object> values = new HashMap<>();
        values.put("state", "purchase");
        values.put("date_approve", DatetimeText.of(orders.env().now()));
        orders.write(values);
        orders.filter(order -> "lock".equals(order.get("company_id.po_lock"))).write(Map.of("locked", true));
        Receipts.order(orders);
    }

    private static Object cancel(Records orders, Arguments arguments) {
        orders.requireReadable();
        Records locked = orders.filter(order -> order.bool("locked"));
        if (!locked.isEmpty()) {
            throw new UserError(
                    "Unable to cancel purchase order(s): " + names(locked) + ". You must first unlock them.");
        }
        Records billed = orders.filter(order -> !order.records("invoice_ids")
                .filter(bill -> !List.of("cancel", "draft").contains(bill.text("state")))
                .isEmpty());
        if (!billed.isEmpty()) {
            throw new UserError("Unable to cancel purchase order(s): " + names(billed)
                    + ". You must first cancel their related vendor bills.");
        }
        OrderMoves.cancel(orders.sudo().records("picking_ids"));
        return write(orders, Map.of("state", "cancel"), null);
    }

    private static String names(Records orders) {
        return StreamSupport.stream(orders.spliterator(), false)
                .map(order -> order.text("display_name"))
                .collect(Collectors.joining(", "));
    }

    private static Object write(Records orders, Map<String, Object> values, Object answer) {
        orders.write(values);
        return answer;
    }
}
