package dev.sandoo.server.addons.sale;

import dev.sandoo.server.access.Operation;
import dev.sandoo.server.addons.product.OrderLines;
import dev.sandoo.server.error.UserError;
import dev.sandoo.server.field.DatetimeText;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Arguments;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The way of an order: quotation, sent, confirmed, locked, cancelled, and back to quotation. */
final class OrderStates implements Addon {
    private static final String ORDER = SaleAddon.ORDER;

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .method(ORDER, "action_confirm", OrderStates::confirm)
                .method(ORDER, "action_cancel", OrderStates::cancel)
                .method(ORDER, "action_draft", OrderStates::draft)
                .method(ORDER, "action_quotation_sent", OrderStates::sent)
                .method(ORDER, "action_lock", (orders, arguments) -> write(orders, Map.of("locked", true), null))
                .method(ORDER, "action_done", (orders, arguments) -> write(orders, Map.of("state", "done"), true))
                .method(ORDER, "action_unlock", OrderStates::unlock)
                .computeEach(
                        ORDER,
                        "type_name",
                        List.of("state"),
                        order -> isQuotation(order) ? "Quotation" : "Sales Order");
    }

    /** Whether an order, or the order of a line, is confirmed. */
    static boolean isConfirmed(Records record) {
        return List.of("sale", "done").contains(record.text("state"));
    }

    /** Whether its lines are held as they are. */
    static boolean isLocked(Records order) {
        return "done".equals(order.get("state"))
                || order.model().fields().containsKey("locked") && order.bool("locked");
    }

    private static boolean isQuotation(Records order) {
        return List.of("draft", "sent", "cancel").contains(order.text("state"));
    }

    private static Object confirm(Records orders, Arguments arguments) {
        orders.requireModelRight(Operation.READ);
        List<String> open = orders.env().version().has("sale.confirm.quotations-only")
                ? List.of("draft", "sent")
                : List.of("draft", "sent", "sale");
        for (Records order : orders) {
            if (!open.contains(order.text("state"))) {
                throw new UserError(orders.env().version().message("sale.confirm.state"));
            }
            OrderLines.requireProducts(order);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("state", "sale");
        values.put("date_order", DatetimeText.of(orders.env().now()));
        orders.write(values);
        Deliveries.order(orders);
        return true;
    }

    private static Object cancel(Records orders, Arguments arguments) {
        boolean refused = orders.env().version().has("sale.cancel.unlocked-only");
        for (Records order : orders) {
            order.get("state");
            if (refused && isLocked(order)) {
                throw new UserError("You cannot cancel a locked order. Please unlock it first.");
            }
        }
        Deliveries.cancel(orders);
        return write(orders, Map.of("state", "cancel"), true);
    }

    private static Object draft(Records orders, Arguments arguments) {
        Map<String, Object> values = new HashMap<>();
        values.put("state", "draft");
        values.put("signature", false);
        values.put("signed_by", false);
        values.put("signed_on", false);
        return write(orders.filter(order -> List.of("cancel", "sent").contains(order.text("state"))), values, true);
    }

    private static Object sent(Records orders, Arguments arguments) {
        if (!orders.filter(order -> !"draft".equals(order.get("state"))).isEmpty()) {
            throw new UserError("Only draft orders can be marked as sent directly.");
        }
        return write(orders, Map.of("state", "sent"), null);
    }

    private static Object unlock(Records orders, Arguments arguments) {
        boolean flag = orders.model().fields().containsKey("locked");
        return write(orders, flag ? Map.of("locked", false) : Map.of("state", "sale"), null);
    }

    private static Object write(Records orders, Map<String, Object> values, Object answer) {
        orders.write(values);
        return answer;
    }
}
