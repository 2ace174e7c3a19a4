package dev.sandoo.server.addons.sale;

import dev.sandoo.server.addons.product.Units;
import dev.sandoo.server.addons.stock.OrderMoves;
import dev.sandoo.server.addons.stock.OrderMoves.Plan;
import dev.sandoo.server.addons.stock.OrderMoves.Wish;
import dev.sandoo.server.addons.stock.OrderTransfers;
import dev.sandoo.server.domain.Condition;
import dev.sandoo.server.domain.Operator;
import dev.sandoo.server.orm.Addon;
import dev.sandoo.server.orm.Behaviours;
import dev.sandoo.server.orm.Compute;
import dev.sandoo.server.orm.Records;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The goods of confirmed orders go out, where there is stock: deliveries, and what they make of the orders. */
final class Deliveries implements Addon {
    private static final String ORDER = SaleAddon.ORDER;
    private static final String LINE = SaleAddon.LINE;
    private static final String UNIT = "product_uom_id";

    @Override
    public void register(Behaviours.Builder behaviours) {
        behaviours
                .computeEach(
                        ORDER, "delivery_status", List.of("order_line.move_ids.picking_id.state"), Deliveries::status)
                .computeEach(
                        ORDER,
                        "delivery_count",
                        order -> order.records("picking_ids").size())
                .compute(
                        ORDER,
                        List.of("effective_date"),
                        List.of("order_line.move_ids.picking_id.date_done"),
                        Deliveries::firstDays)
                .computeEach(
                        LINE,
                        "qty_delivered",
                        List.of("qty_delivered_method", "move_ids.state", "move_ids.quantity", "move_ids.product_uom"),
                        Deliveries::delivered)
                .computeEach(
                        LINE,
                        "qty_to_deliver",
                        List.of("product_uom_qty", "qty_delivered"),
                        line -> line.number("product_uom_qty") - line.number("qty_delivered"))
                .computeEach(
                        "stock.picking", "sale_id", List.of("move_ids.sale_line_id.order_id"), Deliveries::firstOrder);
    }

    private static Object firstOrder(Records transfer) {
        List<Integer> orders =
                transfer.records("move_ids.sale_line_id.order_id").ids();
        return orders.isEmpty() ? null : orders.get(0);
    }

    private static Object status(Records order) {
        return OrderTransfers.of(order).status(() -> hasDelivered(order) ? "partial" : "started");
    }

    private static boolean hasDelivered(Records order) {
        return order.records("order_line").values("qty_delivered").values().stream()
                .anyMatch(quantity -> quantity instanceof Double number && number != 0);
    }

    private static void firstDays(Records orders, Compute.Results results) {
        for (Records order : orders) {
            Object first = OrderTransfers.of(order)
                    .firstDay(transfer -> "customer".equals(transfer.get("location_dest_id.usage")));
            results.set(order.id(), "effective_date", first);
        }
    }

    /** What went out less what came back to be refunded; what does not count by moves stays as somebody set it. */
    private static Object delivered(Records line) {
        boolean byMoves = "stock_move".equals(line.get("qty_delivered_method"));
        return byMoves ? moved(line) : line.number("qty_delivered");
    }

    private static double moved(Records line) {
        double sum = 0;
        for (Records move : line.records("move_ids").filter(one -> "done".equals(one.get("state")))) {
            double quantity = Units.convert(move.number("quantity"), move.records("product_uom"), line.records(UNIT));
            boolean out = "customer".equals(move.get("location_dest_id.usage"));
            sum += out ? quantity : move.bool("to_refund") ? -quantity : 0;
        }
        return sum;
    }

    /** Has goods delivered that are not on their way yet. */
    static void order(Records orders) {
        if (!isStocked(orders)) {
            return;
        }
        for (Records order : orders) {
            List<Wish> wishes = new ArrayList<>();
            for (Records line : order.records("order_line").filter(Deliveries::isGoods)) {
                double missing = line.number("product_uom_qty") - OrderMoves.planned(line, UNIT);
                if (missing > 0 && !OrderMoves.raise(line, UNIT, missing)) {
                    wishes.add(wish(order, line, missing));
                }
            }
            if (!wishes.isEmpty()) {
                OrderMoves.make(new Plan(order, "sale_line_id", "sale_ids", values(order), rule(order)), wishes);
            }
        }
    }

    /** Lowers what is on its way and no longer wanted. */
    static void lower(Records lines) {
        if (!isStocked(lines)) {
            return;
        }
        for (Records line : lines.filter(Deliveries::isGoods)) {
            double tooMuch = OrderMoves.planned(line, UNIT) - line.number("product_uom_qty");
            if (tooMuch > 0) {
                OrderMoves.lower(line, UNIT, tooMuch);
            }
        }
    }

    /** Cancels what is still to go out. */
    static void cancel(Records orders) {
        if (isStocked(orders)) {
            OrderMoves.cancel(orders.sudo().records("order_line.move_ids.picking_id"));
        }
    }

    /** Whether the version's database has stock at all. */
    private static boolean isStocked(Records records) {
        return records.env().registry().find("stock.move").isPresent();
    }

    private static boolean isGoods(Records line) {
        return line.get("display_type") == null && "consu".equals(line.get("product_id.type"));
    }

    private static Wish wish(Records order, Records line, double missing) {
        Records unit = line.records("product_id.uom_id");
        LocalDateTime ordered = order.get("date_order") == null ? order.env().now() : order.moment("date_order");
        LocalDateTime day = ordered.plusDays((long) line.number("customer_lead"));
        return new Wish(line, Units.convert(missing, line.records(UNIT), unit), unit, day, 0);
    }

    private static Map<String, Object> values(Records order) {
        Records type = order.records("warehouse_id.out_type_id");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("picking_type_id", type.id());
        values.put("partner_id", order.integer("partner_shipping_id"));
        values.put("location_id", order.integer("warehouse_id.lot_stock_id"));
        values.put(
                "location_dest_id",
                OrderTransfers.outside(
                        order,
                        "partner_shipping_id.property_stock_customer",
                        "customer",
                        "warehouse_id.out_type_id.default_location_dest_id"));
        return values;
    }

    /** The rule that has the warehouse deliver to customers. */
    private static Map<String, Object> rule(Records order) {
        Records rules = order.env()
                .sudo()
                .model("stock.rule")
                .search(Condition.allOf(List.of(
                        Condition.term("picking_type_id", Operator.EQUALS, order.integer("warehouse_id.out_type_id")),
                        Condition.term("action", Operator.EQUALS, "pull"),
                        Condition.term("procure_method", Operator.EQUALS, "make_to_stock"))));
        return rules.isEmpty() ? Map.of() : Map.of("rule_id", rules.ids().get(0));
    }
}
